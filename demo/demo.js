// What a page does with the wizard: it listens. Here it shows what it heard.

const received = document.getElementById("received");

document.addEventListener("ripen-result", ({ detail }) => {
  received.textContent = JSON.stringify(detail, null, 2);
  received.hidden = false;
  document.getElementById("received-none").hidden = true;
});

document.addEventListener("ripen-error", ({ detail }) => {
  console.warn(`ripen-wizard: ${detail.code}: ${detail.message}`);
});
