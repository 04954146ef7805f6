// For a page with `<iframe data-ripen src=".../embed/frame.html?playbook=…&parent=https://this.page">`
// that may run a script: gives each frame the height its content has, and sends the wizard's events
// from it. Heeds a frame's own origin and nobody else.
addEventListener("message", ({ source, origin, data }) => {
  if (data?.schema !== "ripen-frame/1") return;
  const frames = [...document.querySelectorAll("iframe[data-ripen]")];
  const frame = frames.find((one) => one.contentWindow === source && new URL(one.src).origin === origin);
  if (!frame) return;
  if (data.type === "height" && data.height > 0) frame.style.blockSize = `${Math.min(data.height, 20_000)}px`;
  if (data.type === "event" && /^ripen-[a-z]+$/.test(data.name)) {
    frame.dispatchEvent(new CustomEvent(data.name, { bubbles: true, detail: data.detail }));
  }
});
