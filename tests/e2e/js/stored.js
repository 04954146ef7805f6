// The stores of the page's origin: what stands in local storage and in the databases.

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
  });

// Does something with a store of a database, which must be there.
async function within(name, store, mode, act) {
  const known = await indexedDB.databases();
  if (!known.some((one) => one.name === name)) return null;
  const database = await settled(indexedDB.open(name));
  try {
    const transaction = database.transaction(store, mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const value = await act(transaction.objectStore(store));
    await done;
    return value;
  } finally {
    database.close();
  }
}

export const stores = {
  databases: async () => (await indexedDB.databases()).map(({ name }) => name),
  // What stands in a database: `contacts/…` and `items/…` with their texts.
  async database(name) {
    const all = {};
    for (const store of ["contacts", "items"]) {
      await within(name, store, "readonly", async (store_) => {
        const [keys, values] = await Promise.all([settled(store_.getAllKeys()), settled(store_.getAll())]);
        keys.forEach((key, n) => (all[`${store}/${key}`] = values[n]));
      });
    }
    return all;
  },
  setDatabase(name, path, text) {
    const [store, ...rest] = path.split("/");
    const key = rest.join("/");
    return within(name, store, "readwrite", (store) => settled(text === null ? store.delete(key) : store.put(text, key)));
  },
  deleteDatabase: (name) => settled(indexedDB.deleteDatabase(name)),
  // Takes the origin's room in local storage to the last character.
  async fill() {
    for (let n = 0, size = 1 << 20; size >= 1; n++) {
      try {
        localStorage.setItem(`filler/${n}`, "x".repeat(size));
      } catch {
        size >>= 1;
      }
    }
  },
  async free() {
    for (const key of Object.keys(localStorage)) if (key.startsWith("filler/")) localStorage.removeItem(key);
  },
};
