// Runs before the app: lets its storage fail as the tab's session says under `faults`, such as
// `{"set": {"from": 2, "to": 2, "how": "throw"}}`. Counts begin anew with each plan. The clock is set
// forward by as many milliseconds as stand under `clock`.
(() => {
  const session = sessionStorage;
  const real = Storage.prototype.setItem;
  let known = null;
  let plan = {};
  const count = { set: 0, put: 0, open: 0 };
  // How the next thing of a kind fails, if it does.
  const how = (kind) => {
    const told = session.getItem("faults") ?? "{}";
    if (told !== known) {
      known = told;
      plan = JSON.parse(told);
      Object.keys(count).forEach((kind) => (count[kind] = 0));
    }
    const n = ++count[kind];
    real.call(session, "faults/count", JSON.stringify(count));
    const { from = 1, to = Infinity, how } = plan[kind] ?? {};
    return n >= from && n <= to ? how : undefined;
  };
  const full = () => new DOMException("The quota has been exceeded.", "QuotaExceededError");

  Storage.prototype.setItem = function (...pair) {
    if (this !== session && how("set")) throw full();
    return real.apply(this, pair);
  };

  const RealDate = Date;
  const now = () => RealDate.now() + Number(session.getItem("clock") ?? 0);
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length ? parts : [now()]));
    }
    static now = now;
  };

  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...pair) {
    const fault = how("put");
    if (fault === "throw") throw full();
    const request = put.apply(this, pair);
    if (fault === "abort") this.transaction.abort();
    return request;
  };

  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...name) {
    const fault = how("open");
    if (fault === "throw") throw new DOMException("Not allowed.", "SecurityError");
    if (!fault) return open.apply(this, name);
    // A request that fails, or is never answered.
    const request = new EventTarget();
    request.error = new DOMException("Broken.", "UnknownError");
    if (fault === "error") setTimeout(() => request.onerror(new Event("error")));
    return request;
  };
})();
