// Seeding a stall takes seconds; putting its databases back as they were takes a fraction of one.

/**
 * Keeps a copy of every IndexedDB of the page's origin, in one more database.
 * @param {import('playwright-core').Page} page
 */
export async function keepStall(page) {
  await page.evaluate(async (copyName) => {
    const databases = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name || name === copyName) continue;
      const db = await opened(indexedDB.open(name));
      const stores = [];
      for (const store of db.objectStoreNames) {
        const held = db.transaction(store).objectStore(store);
        const [rows, keys] = await Promise.all([opened(held.getAll()), opened(held.getAllKeys())]);
        stores.push({ store, rows, keys, inline: held.keyPath !== null });
      }
      db.close();
      databases.push({ name, stores });
    }
    const open = indexedDB.open(copyName, 1);
    open.addEventListener('upgradeneeded', () => open.result.createObjectStore('copy'));
    const copy = await opened(open);
    await opened(copy.transaction('copy', 'readwrite').objectStore('copy').put(databases, 'all'));
    copy.close();

    /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
    function opened(request) {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB gave no reason')));
      });
    }
  }, COPY);
}

/**
 * Puts the databases back as they were kept, and takes away those that came after. Call it on a page of the origin
 * that is not the app.
 * @param {import('playwright-core').Page} page
 */
export async function putStallBack(page) {
  await page.evaluate(async (copyName) => {
    localStorage.clear();
    sessionStorage.clear();
    const copy = await opened(indexedDB.open(copyName, 1));
    const kept = await opened(copy.transaction('copy').objectStore('copy').get('all'));
    copy.close();
    const names = new Set(kept.map((/** @type {{ name: string }} */ { name }) => name));
    for (const { name } of await indexedDB.databases()) {
      if (name && name !== copyName && !names.has(name)) await opened(indexedDB.deleteDatabase(name));
    }
    for (const { name, stores } of kept) {
      const db = await opened(indexedDB.open(name));
      const transaction = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'relaxed' });
      for (const { store, rows, keys, inline } of stores) {
        const held = transaction.objectStore(store);
        held.clear();
        for (const [at, row] of rows.entries()) held.put(row, inline ? undefined : keys[at]);
      }
      await new Promise((resolve, reject) => {
        transaction.addEventListener('complete', resolve);
        transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('no reason given')));
      });
      db.close();
    }

    /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
    function opened(request) {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB gave no reason')));
      });
    }
  }, COPY);
}

const COPY = 'kept-stall';
