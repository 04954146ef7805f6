// Starts the workspace, and saves a person's data when that fails.
//
// `html[data-ripen]` tells how far it came: "loading", "ready" (mounted) or "failed".
// The app dispatches `ripen-panic` on `window` when it stops; the page then shows `#fallback`,
// which downloads all that this browser keeps for Ripen, without any help of the app's.

const page = document.documentElement;

function fail(reason) {
  console.error("Ripen stopped:", reason);
  page.dataset.ripen = "failed";
  document.getElementById("app").hidden = true;
  document.getElementById("fallback").hidden = false;
}

// Every key of ours in local storage, its text untouched.
function localRecords() {
  const records = {};
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i);
    if (key.startsWith("ripen/")) records[key] = localStorage.getItem(key);
  }
  return records;
}

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("The database is in use."));
  });

// The names of our databases; where the browser does not list them, those of the workspaces that local
// storage knows and of the one that is open.
async function databaseNames() {
  if (indexedDB.databases) return (await indexedDB.databases()).map(({ name }) => name);
  const workspaces = Object.keys(localStorage).map((key) => key.split("/")[2]);
  const open = new URLSearchParams(location.search).get("workspace") ?? "default";
  return [...new Set([...workspaces, open])].map((workspace) => `ripen/1/${workspace}`);
}

// Every store of our databases, as pairs of key and value.
async function databaseRecords() {
  const databases = {};
  for (const name of await databaseNames()) {
    if (!name.startsWith("ripen/")) continue;
    const database = await settled(indexedDB.open(name));
    const stores = (databases[name] = {});
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([settled(records.getAllKeys()), settled(records.getAll())]);
      stores[store] = keys.map((key, i) => [key, values[i]]);
    }
    database.close();
  }
  return databases;
}

// One store being unreadable must not keep the other from being saved.
async function attempt(read, problems) {
  try {
    return await read();
  } catch (error) {
    problems.push(String(error));
    return {};
  }
}

async function download() {
  const problems = [];
  const rescue = {
    format: "ripen-rescue",
    version: 1,
    savedAt: new Date().toISOString(),
    localStorage: await attempt(localRecords, problems),
    indexedDB: await attempt(databaseRecords, problems),
    problems,
  };
  const url = URL.createObjectURL(new Blob([JSON.stringify(rescue, null, 1)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `ripen-rescue-${rescue.savedAt.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  const stores = Object.values(rescue.indexedDB).flatMap((database) => Object.values(database));
  const count = stores.reduce((sum, store) => sum + store.length, Object.keys(rescue.localStorage).length);
  document.getElementById("fallback-status").textContent =
    problems.length ? `Saved what could be read. ${problems.join(" ")}` : `Saved ${count} records of this browser.`;
}

page.dataset.ripen = "loading";
document.getElementById("fallback-download").addEventListener("click", download);
document.getElementById("fallback-reload").addEventListener("click", (event) => {
  event.preventDefault();
  location.reload();
});
window.addEventListener("ripen-panic", (event) => fail(event.detail ?? "panic"));

try {
  const glue = await import(document.getElementById("ripen-glue").href);
  await glue.default({ module_or_path: document.getElementById("ripen-wasm").href });
  if (page.dataset.ripen === "loading") page.dataset.ripen = "ready";
} catch (error) {
  fail(error);
}
