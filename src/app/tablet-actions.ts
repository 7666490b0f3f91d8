import { done, refused, type Result } from '../domain/result.ts';
import { fromBase64Url } from '../journal/hash.ts';
import { StallDb } from '../store/db.ts';
import { readMeta } from '../store/device.ts';
import { readCatalogue } from '../store/read.ts';
import { dropRehearsal, makeRehearsal } from '../store/rehearsal.ts';
import type { CollectiveHere, HubProblem, Tablet } from '../store/tablet.tsx';
import { foundCollective, joinCollective } from '../sync/enrol.ts';
import type { HubAddress, Offline } from '../sync/exchange.ts';
import { feedRescue, inviteTablet, listTablets, removeExample, removeTablet } from '../sync/hub-calls.ts';
import type { Refusal } from '../sync/protocol.ts';
import { rescueLines } from '../sync/rescue.ts';
import { readSyncStatus } from '../sync/status.ts';
import { makeFirstCollective } from './first-collective.ts';
import { codeIn, forgetSeed, hasSeedFor, seedForCode } from './joining.ts';
import { markRehearsing } from './open-stall.ts';
import { forgetCollective, keepName, knownCollectives, rememberCollective } from './registry.ts';
import { sendNow } from './sending.ts';

const fetchHere: typeof fetch = (...call) => fetch(...call);
/** The hub that served this page. */
const here: Omit<HubAddress, 'token'> = { url: '', fetch: fetchHere };

/** What the screens may ask of the tablet while `db` is open. */
export function tabletActions(db: StallDb, version: string): Tablet {
  return {
    version,
    collectives: () => collectivesHere(db),
    open,
    startOwn: async () => open((await makeFirstCollective(Date.now())).collective),
    join: (code, name) => join(db, code, name),
    bring: (code) => bring(db, code),
    invite: async (as) => worded(await inviteTablet(await hubOf(db), as)),
    tablets: async () => worded(await listTablets(await hubOf(db))),
    removeTablet: async (device) => worded(await removeTablet(await hubOf(db), device)),
    removeExample: () => removeExampleEverywhere(db),
    forget: async (id) => {
      await forgetCollective(id);
      if (id === db.collective) startAnew('/app/');
    },
    rehearse: async () => {
      await makeRehearsal(db);
      markRehearsing(true);
      startAnew('/app/');
    },
    endRehearsal: async () => {
      markRehearsing(false);
      db.close();
      await dropRehearsal();
      startAnew('/app/market/ready');
    },
    sendNow,
    rescueLines: () => rescueLines(db, Date.now()),
    feedRescue: async (file) => worded(await feedRescue(await hubOf(db), file)),
  };
}

/**
 * Another collective means another database, cart and picture cache: the page begins anew, so that nothing of the one
 * is left in the other.
 */
function startAnew(path: string): void {
  location.assign(path);
}

async function open(id: string): Promise<void> {
  await rememberCollective(id, Date.now());
  startAnew('/app/');
}

async function join(
  db: StallDb,
  typed: string,
  name: string,
): Promise<Result<{ readonly example: boolean }, HubProblem>> {
  const found = codeIn(typed);
  if (!found) return refused({ kind: 'not-a-code' });
  if (found.origin !== '' && found.origin !== location.origin) {
    return refused({ kind: 'other-hub', detail: found.origin });
  }
  const { needs } = await readSyncStatus(db);
  const held = new Set((await knownCollectives()).map(({ id }) => id));
  // Or whose name the hub has other entries under: what it has not taken is sent under the new one (sync/believe.ts).
  if (needs === 'enrolment' || needs === 'fork') held.delete(db.collective);
  // A new key over a journal that is here would leave what it has not sent without anybody to send it.
  const openNew = (id: string) => {
    if (held.has(id)) throw new AlreadyHere(id);
    return new StallDb(id);
  };
  const ask = (seed: Uint8Array, letters?: string) =>
    joinCollective(here, found.code, name, seed, Date.now(), openNew, letters).catch((thrown: unknown) => {
      if (thrown instanceof AlreadyHere) return undefined;
      throw thrown;
    });
  const own = needs === 'enrolment' && !(await hasSeedFor(found.code)) ? await readMeta(db, 'device') : undefined;
  // A tablet that its hub has forgotten asks again with its own key and letters: its journal stays its own.
  const first = await (own ? ask(fromBase64Url(own.key.secretKey), own.letters) : ask(await seedForCode(found.code)));
  // Removed by a lead, its key is let in no more (the code is not spent by that): the tablet comes in under a new one.
  const isRemoved = own !== undefined && first?.ok === false && first.problem.kind === 'not-allowed';
  const joined = isRemoved ? await ask(await seedForCode(found.code)) : first;
  if (!joined) return refused({ kind: 'already-here' });
  if (!joined.ok) return refused(hubProblem(joined.problem));
  await forgetSeed();
  await rememberCollective(joined.value.db.collective, Date.now());
  // The collective every tablet makes at its first start, never used: nobody will miss it.
  if (joined.value.db.collective !== db.collective && (await isUntouched(db))) await forgetCollective(db.collective);
  startAnew('/app/joined');
  return done({ example: joined.value.example });
}

class AlreadyHere extends Error {}

async function bring(db: StallDb, typed: string): Promise<Result<null, HubProblem>> {
  const found = codeIn(typed);
  if (!found) return refused({ kind: 'not-a-code' });
  const answer = await foundCollective(db, here, found.code, Date.now());
  return answer.ok ? done(null) : refused(hubProblem(answer.problem));
}

/** Nothing in it but what the first start wrote. */
async function isUntouched(db: StallDb): Promise<boolean> {
  const [entries, drafts, hub] = await Promise.all([db.journal.count(), db.drafts.count(), readMeta(db, 'hub')]);
  return entries <= 1 && drafts === 0 && !hub;
}

async function removeExampleEverywhere(db: StallDb): Promise<Result<null, HubProblem>> {
  // A removed tablet of a real collective is not enrolled either, and its database must stay.
  if (!(await readCatalogue(db)).collective.example) return refused({ kind: 'not-allowed' });
  const removed = await removeExample(await hubOf(db));
  // Another tablet may have removed it before: then its tokens are gone as well.
  if (!removed.ok && removed.problem.kind !== 'not-enrolled') return refused(hubProblem(removed.problem));
  await forgetCollective(db.collective);
  startAnew('/app/');
  return done(null);
}

async function hubOf(db: StallDb): Promise<HubAddress> {
  const hub = await readMeta(db, 'hub');
  return { url: hub?.url ?? '', token: hub?.token ?? '', fetch: fetchHere };
}

/** One that cannot be read does not hide the others: it is listed by the name it had. */
async function collectivesHere(open: StallDb): Promise<readonly CollectiveHere[]> {
  const known = await knownCollectives();
  const read = known.map(async ({ id, name }) => {
    const db = id === open.collective ? open : new StallDb(id);
    try {
      const found = await collectiveHere(db, db === open);
      if (found.name !== name) await keepName(id, found.name);
      return found;
    } catch (thrown) {
      console.error(thrown);
      return unread(id, name ?? '', db === open);
    } finally {
      if (db !== open) db.close();
    }
  });
  return (await Promise.all(read)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function collectiveHere(db: StallDb, isOpen: boolean): Promise<CollectiveHere> {
  const [{ collective }, device, sync] = await Promise.all([
    readCatalogue(db),
    readMeta(db, 'device'),
    readSyncStatus(db),
  ]);
  return {
    id: db.collective,
    name: collective.name,
    letters: device?.letters ?? '',
    class: device?.class ?? 'stall',
    example: collective.example,
    joined: sync.joined,
    unsent: sync.unsent,
    isOpen,
  };
}

function unread(id: string, name: string, isOpen: boolean): CollectiveHere {
  const unknown = { letters: '', class: 'stall', example: false, joined: false, unsent: 0 } as const;
  return { id, name, ...unknown, isOpen, isUnread: true };
}

function worded<T>(answer: Result<T, Refusal | Offline>): Result<T, HubProblem> {
  return answer.ok ? answer : refused(hubProblem(answer.problem));
}

function hubProblem(problem: Refusal | Offline): HubProblem {
  const wait = problem.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: problem.retryAfterSeconds };
  switch (problem.kind) {
    case 'offline':
    case 'code-unknown':
    case 'code-used':
    case 'code-expired':
    case 'not-allowed':
    case 'slow-down':
    case 'hub-busy':
    case 'not-enrolled':
    case 'collective-taken':
    case 'malformed':
      return { kind: problem.kind, ...wait };
    default:
      return { kind: 'other', detail: problem.kind, ...wait };
  }
}
