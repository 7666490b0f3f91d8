import { csvParts } from '../../src/domain/catalogue/import/csv-rows.ts';
import { previewImport } from '../../src/domain/catalogue/import/preview.ts';
import { readCatalogue } from '../../src/domain/catalogue/import/read-catalogue.ts';
import { importToFacts } from '../../src/domain/catalogue/import/to-facts.ts';
import { buildSearchIndex, searchCatalogue } from '../../src/domain/catalogue/search.ts';
import { done } from '../../src/domain/result.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { ownDevice, randomText } from '../../src/store/device.ts';
import { readCatalogue as readStored } from '../../src/store/read.ts';

// A catalogue of 10,000 variants, searched and imported.

const PLACES = ['Harbour', 'Bridge', 'Salt flat', 'Dune', 'Window', 'Tide', 'Café at noon', 'Żuraw', 'Birch', 'Fell'];
const MAKERS = ['Mira Tellund', 'Ode Varga', 'Jonas Brandt', 'Ines Abreu', 'Tomasz Wilk', 'Noor Haddad'];
const SIZES = ['20 × 20', '30 × 45', '40 × 60', '50 × 75'];

/** Milliseconds of the slowest of the prefixes of `text`, typed letter by letter. */
function search(text: string): number {
  index ??= buildSearchIndex(items());
  const times = Array.from({ length: text.length }, (_, at) => {
    const from = performance.now();
    searchCatalogue(index ?? { entries: [] }, text.slice(0, at + 1));
    return performance.now() - from;
  });
  return Math.max(...times);
}
let index: ReturnType<typeof buildSearchIndex> | undefined;

function items() {
  return Array.from({ length: 10_000 }, (_, at) => ({
    id: `v-${at}`,
    title: `${PLACES[Math.floor(at / 4) % 10]} ${Math.floor(at / 4)}`,
    photographer: MAKERS[Math.floor(at / 4) % 6] ?? '',
    sku: `IM-${at}`,
    options: [SIZES[at % 4] ?? '', 'baryta', at % 2 === 0 ? 'oak frame' : ''],
    editionSize: at % 3 === 0 ? 25 : null,
  }));
}

/** Our own layout: 2,500 works of four sizes, one in twelve an edition of 25: some 5,000 numbered copies. */
function aFile(): string {
  const header = 'Work key,Title,Photographer,SKU,Size,Paper,Price,Currency,Quantity,Edition size';
  const rows = items().map(({ title, photographer, sku, options }, at) => {
    const work = `w-${Math.floor(at / 4)}`;
    const edition = at % 48 === 0 ? '25' : '';
    return `${work},${title},${at % 4 === 0 ? photographer : ''},${sku},${options[0]},baryta,${20 + (at % 80)}.00,EUR,5,${edition}`;
  });
  return [header, ...rows].join('\n');
}

/** Milliseconds of reading, comparing with an empty catalogue, and writing all of it in one transaction. */
async function importAll(): Promise<{ ms: number; works: number; entries: number }> {
  const db = new StallDb(`import-${randomText()}`);
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const { key } = await ownDevice(db, { letters: 'A', name: 'Bench', class: 'lead', now: Date.now() }, seed);
  const author = { device: key.device, by: 'p', day: '', now: () => Date.now(), salt: () => randomText() };
  const bytes = new TextEncoder().encode(aFile());
  const from = performance.now();
  const reading = await readCatalogue(bytes, { currency: 'EUR' });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  if (reading.value.setAside.length > 0) throw new Error(JSON.stringify(reading.value.problems.slice(0, 3)));
  const present = await readStored(db);
  const preview = previewImport(reading.value, { ...present, worksSold: new Set() });
  const { facts } = importToFacts(preview, { present, place: 'stall', newId: () => randomText() });
  const written = await commit<never>(db, author, () => Promise.resolve(done({ facts })));
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  const ms = performance.now() - from;
  await db.delete();
  return { ms, works: preview.works.length, entries: written.value.length };
}

/** Milliseconds of cutting the same file into cells and putting a row each into plain IndexedDB. */
async function importPlain(): Promise<number> {
  const text = aFile();
  const opening = indexedDB.open(`plain-${randomText()}`);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows', { autoIncrement: true }));
  await new Promise((resolve, reject) => {
    opening.addEventListener('success', resolve);
    opening.addEventListener('error', reject);
  });
  const from = performance.now();
  const tx = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
  for (const part of csvParts(text, ',')) for (const row of part.rows) tx.objectStore('rows').add(row);
  await new Promise((resolve, reject) => {
    tx.addEventListener('complete', resolve);
    tx.addEventListener('error', reject);
  });
  const ms = performance.now() - from;
  opening.result.close();
  indexedDB.deleteDatabase(opening.result.name);
  return ms;
}

Object.assign(globalThis, { bench: { search, importAll, importPlain } });
