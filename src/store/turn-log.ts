const NAME = 'turn-log';
/** LevelDB begins a new log once about 4 MB lie in the old one; Chromium keeps values from 64 kB on elsewhere. */
const [VALUES, BYTES] = [80, 60_000];
/** A hundred times what it takes. */
const LONGEST_MS = 5_000;

/**
 * Makes Chromium begin a new log for this address's IndexedDB; to be called at each start, before anything is written.
 *
 * A crash can cut the last record of LevelDB's log in half. Chromium reads past that, but then goes on writing behind
 * the cut, and at the next opening calls the log corrupt and throws everything away: all that was sold, before and
 * after (https://github.com/google/leveldb/issues/1287). So the log is filled up: the new one has no cut in it, and the
 * old one is only read. Takes some 50 ms. Where it cannot be done (no space left, or a frozen window
 * that holds it) the start goes on without.
 */
export async function turnLog(): Promise<void> {
  if (!isChromium()) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const longest = new Promise<void>((resolve) => (timer = setTimeout(resolve, LONGEST_MS)));
  // As safe as every other page in this browser, which is what it was before.
  const turned = fillUp().catch(() => undefined);
  await Promise.race([turned, longest]);
  clearTimeout(timer);
}

async function fillUp(): Promise<void> {
  const opening = indexedDB.open(NAME, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('filling'));
  const db = await answer(opening);
  // Another window begins too: it must not wait for this one, which may be put to sleep half-way.
  db.addEventListener('versionchange', () => db.close());
  try {
    const transaction = db.transaction('filling', 'readwrite', { durability: 'relaxed' });
    const filling = transaction.objectStore('filling');
    for (let at = 0; at < VALUES; at++) filling.put(new Uint8Array(BYTES), at);
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('no reason given')));
    });
  } finally {
    db.close();
  }
  await answer(indexedDB.deleteDatabase(NAME));
}

/** Other browsers keep IndexedDB in SQLite, which has no such trouble. */
function isChromium(): boolean {
  return 'userAgentData' in navigator;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });
}
