import type { Page } from '@playwright/test';
import type { StallDb } from '../../src/store/db.ts';

/**
 * Puts a tablet made in this process (on fake-indexeddb, through `commit`) into a browser, as the collective that opens
 * next. Call it before the app is opened; `origin` is where the app is served.
 */
export async function putTablet(page: Page, origin: string, db: StallDb): Promise<void> {
  const stores = await Promise.all(
    db.tables.map(async (table) => ({
      name: table.name,
      keyPath: table.schema.primKey.keyPath as string,
      indexes: table.schema.indexes.map(({ name, keyPath }) => ({ name, keyPath: keyPath as string | string[] })),
      rows: (await table.toArray()).map((row) => packed(row)),
    })),
  );
  // An empty page of the same origin: the app must not run while its database is made.
  const empty = `${origin}/app/empty-page`;
  await page.route(empty, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Empty</title>' }));
  await page.goto(empty);
  await page.evaluate(
    async ({ collective, stores, version }) => {
      await write('imago-tablet', 10, [
        { name: 'collectives', keyPath: 'id', indexes: [], rows: [{ id: collective, openedAt: Date.now() }] },
        { name: 'settings', keyPath: 'name', indexes: [], rows: [] },
      ]);
      await write(`imago-${collective}`, version, stores);

      interface Store {
        readonly name: string;
        readonly keyPath: string;
        readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
        readonly rows: readonly unknown[];
      }
      function write(name: string, at: number, all: readonly Store[]): Promise<void> {
        return new Promise((resolve, reject) => {
          const opening = indexedDB.open(name, at);
          opening.addEventListener('upgradeneeded', () => {
            for (const each of all) {
              const made = opening.result.createObjectStore(each.name, { keyPath: each.keyPath });
              for (const index of each.indexes) made.createIndex(index.name, index.keyPath);
            }
          });
          opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
          opening.addEventListener('success', () => {
            const names = all.map((each) => each.name);
            const writing = opening.result.transaction(names, 'readwrite');
            for (const each of all) for (const row of each.rows) writing.objectStore(each.name).put(unpacked(row));
            writing.addEventListener('complete', () => {
              opening.result.close();
              resolve();
            });
            writing.addEventListener('error', () => reject(writing.error ?? new Error('not written')));
          });
        });
      }
      function unpacked(value: unknown): unknown {
        if (Array.isArray(value)) return value.map(unpacked);
        if (typeof value !== 'object' || value === null) return value;
        if ('$bytes' in value) {
          const bytes = Uint8Array.from(atob(String(value.$bytes)), (sign) => sign.charCodeAt(0));
          return '$buffer' in value ? bytes.buffer : bytes;
        }
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpacked(each)]));
      }
    },
    // Dexie's versions are IndexedDB's tenths.
    { collective: db.collective, stores, version: Math.round(db.verno * 10) },
  );
}

function packed(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof ArrayBuffer) return { $bytes: Buffer.from(value).toString('base64'), $buffer: true };
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, packed(each)]));
}
