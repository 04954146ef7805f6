// The first step of the guided demo. It asks by the playbook that judges in the demo, which may be one
// that came by a link, and hands the result to the demo's workspace.

const EXAMPLE = "../playbooks/example.visitor.json";
const wizard = document.getElementById("wizard");

/** The demo's playbook as the workspace stores it; none where the demo was never opened here. */
const stored = () => {
  try {
    return JSON.parse(localStorage.getItem("ripen/1/demo/playbook"));
  } catch {
    return null;
  }
};

const playbook = stored();
if (playbook?.title) document.getElementById("title").textContent = playbook.title;
// A lead in a demo that is not filled yet would be all there is in it.
if (playbook) wizard.workspace = "demo";
wizard.playbook = playbook ?? EXAMPLE;

wizard.addEventListener("ripen-result", ({ detail }) => {
  if (!playbook) return;
  // The run's id becomes the lead's.
  document.getElementById("lead").href = `../index.html?workspace=demo&guide#/contacts/${detail.id}`;
  document.getElementById("arrived").hidden = false;
});
// The playbook at hand cannot be used: the one that ships can.
wizard.addEventListener("ripen-error", ({ detail }) => {
  if (detail.code === "playbook" && wizard.playbook !== EXAMPLE) wizard.playbook = EXAMPLE;
});
