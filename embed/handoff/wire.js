// The network: what can be told of a letter by somebody who may not look over the fence.

const PATIENCE = 30_000;
const LATE = 60; // the browser tells of its policy after it has refused

const ask = (url, options) =>
  fetch(url, { ...options, credentials: "omit", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).then(
    () => true,
    () => false,
  );

/**
 * Whether the receiver can be reached at all; with headers, whether it lets this page send them and
 * read the answer. A HEAD request, which changes nothing there and tells nothing of the visitor.
 */
export const reach = (url, headers) =>
  ask(url, { method: "HEAD", mode: headers ? "cors" : "no-cors", headers });

/** Sends what needs no leave. All there is to know of it afterwards is whether there was an answer. */
export const drop = (url, type, body) =>
  ask(url, { method: "POST", mode: "no-cors", headers: { "content-type": type }, body });

/**
 * Sends a letter whose answer can be read. `status` 0: there was none, or none to be read, and then
 * `left` says whether any of the body has left the browser, which no `fetch` tells. While the
 * browser asks the receiver for leave (the preflight), nothing has.
 */
export const post = ({ url, headers, body }) =>
  new Promise((done) => {
    const call = new XMLHttpRequest();
    let left = false;
    call.upload.onprogress = call.upload.onload = ({ loaded }) => {
      left ||= loaded > 0;
    };
    call.onloadend = () => {
      const { status, responseURL } = call;
      // Asked for only where it may be: browsers log a header that the receiver does not show.
      const after = status === 429 || status === 503 ? call.getResponseHeader("retry-after") : null;
      done({ status, left, after, moved: status && responseURL !== url });
    };
    call.open("POST", url);
    call.timeout = PATIENCE;
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.send(body);
  });

// URLs that the page's own policy has kept it from. It stays as it is while the page does.
const forbidden = new Set();
document.addEventListener("securitypolicyviolation", ({ blockedURI, disposition }) => {
  if (disposition === "enforce") forbidden.add(blockedURI);
});

/** Whether it was the page's own policy that kept it from this URL just now. */
export const isForbidden = async (url) => {
  await new Promise((done) => setTimeout(done, LATE));
  return forbidden.has(url);
};

/** Opens the mail program. */
export const open = (url) => {
  const link = document.createElement("a");
  link.href = url;
  link.click();
};
