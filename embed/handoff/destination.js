// Where results go, as the attribute `handoff` says it: `kind:address`. What is not plainly one of the
// kinds is refused, with the code `handoff`, before anything is kept or sent.

const HERE = /^(localhost|127\.0\.0\.1|\[::1\])$/;

// A URL that nobody on the way can read; on this machine, for trying, any. It throws where it is none.
const safe = (text) => {
  const url = new URL(text);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && HERE.test(url.hostname));
  // A password in a page is none.
  if (!isSafe || url.username || url.password) throw url;
  url.hash = "";
  return url.href;
};

const on = (host, path) => new URL(`/${path}`, safe(host)).href;

const post = (rest) => ({ url: safe(rest) });

const READ = {
  __proto__: null,
  webhook: post,
  espocrm: post,
  hubspot(rest) {
    // The region, the portal, the form, and another host than HubSpot's own.
    const [, region, portal, form, own] =
      /^(?:([a-z]{2}\d)\/)?(\d+)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:@(.+))?$/i.exec(rest);
    const host = region && region !== "na1" ? `api-${region}` : "api";
    return { url: on(own ?? `https://${host}.hsforms.com`, `submissions/v3/integration/submit/${portal}/${form}`) };
  },
  salesforce(rest) {
    // The organisation, and another host: a sandbox or one's own domain.
    const [, oid, own] = /^(00D[A-Za-z\d]{12}(?:[A-Za-z\d]{3})?)(?:@(.+))?$/.exec(rest);
    const path = `servlet/servlet.WebToLead?encoding=UTF-8&orgId=${oid}`;
    return { oid, url: on(own ?? "https://webto.salesforce.com", path) };
  },
  mailto(rest) {
    // One address, and nothing that could end it and begin a header or a second one.
    const [address] = /^[^\s@,;:<>()[\]\\"?&=%#/]+@[^\s@,;:<>()[\]\\"?&=%#/]+$/.exec(rest);
    return { address: encodeURIComponent(address).replace("%40", "@") };
  },
};

/** Reads the attribute: its `kind`, and what that kind needs to know. */
export const destination = (handoff) => {
  try {
    const [, kind, rest] = /^([a-z]+):(.+)$/.exec(handoff);
    return { kind, ...READ[kind](rest) };
  } catch {
    throw Object.assign(new Error(`handoff="${handoff}" is nowhere to send to`), { code: "handoff" });
  }
};
