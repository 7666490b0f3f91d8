import type { StallDb } from '../store/db.ts';
import { FULL_BATCH, readAsked, type Asked, type BatchSize } from './batch.ts';
import { believe, checkFork, needsPerson, type Outcome } from './believe.ts';
import type { Exchange } from './exchange.ts';
import type { SyncReply } from './protocol.ts';

/** What a drain keeps from one exchange to the next: the request that is on its way already. */
export interface Ahead {
  sent?: Sent | undefined;
}

interface Sent {
  readonly asked: Asked;
  readonly sentAt: number;
  readonly answering: ReturnType<Exchange>;
}

/**
 * One request and its reply: my unsent entries out, what I lack in. Any number may run at once and any answer may be
 * late, doubled or lost: numbering and hashes make that harmless. Nothing but a valid reply moves `acked`.
 * @param ahead handed to every call of a drain, it sends the next batch before this reply is written down
 */
export async function syncOnce(
  db: StallDb,
  exchange: Exchange,
  size: BatchSize = FULL_BATCH,
  ahead?: Ahead,
): Promise<Outcome> {
  const sent = ahead?.sent ?? (await sendFirst(db, exchange, size));
  if (ahead) ahead.sent = undefined;
  if (!sent) return { kind: 'needs-a-person', needs: 'enrolment' };
  const { asked, sentAt } = sent;
  const preparing = ahead && asked.unsentAfter > 0 ? prepareNext(db, exchange, size, asked) : undefined;
  const answer = await sent.answering;
  if (answer.ok) {
    const heardAt = (sentAt + Date.now()) / 2;
    const next = await preparing;
    if (ahead && next && isTakenAsItIs(asked, answer.value)) ahead.sent = send(exchange, next);
    return believe(db, asked, answer.value, heardAt);
  }
  const { problem } = answer;
  switch (problem.kind) {
    case 'not-enrolled':
      return needsPerson(db, 'enrolment');
    case 'protocol-too-old':
      return needsPerson(db, 'update');
    case 'hub-too-old':
      return needsPerson(db, 'hub-update');
    case 'forked':
      return checkFork(db, asked.device, problem.head);
    case 'older-life':
      return needsPerson(db, 'old-hub');
    // The hub's own no to these entries: asking again brings the same, and would look like no network for ever.
    case 'malformed':
    case 'unsigned-foreign-entry':
    case 'not-allowed':
      return needsPerson(db, 'refused');
    case 'too-large':
      // One entry alone is too much: a proxy's limit, not the hub's, which takes whatever could be written.
      return size.entries === 1 ? needsPerson(db, 'refused') : { kind: 'too-large' };
    default: {
      const wait = problem.retryAfterSeconds;
      return wait === undefined ? { kind: 'offline' } : { kind: 'offline', retryAfterSeconds: wait };
    }
  }
}

async function sendFirst(db: StallDb, exchange: Exchange, size: BatchSize): Promise<Sent | undefined> {
  const asked = await readAsked(db, size);
  return asked && send(exchange, asked);
}

function send(exchange: Exchange, asked: Asked): Sent {
  return { asked, sentAt: Date.now(), answering: exchange(asked.request) };
}

/** The request after this one, made while this one is on its way. */
async function prepareNext(db: StallDb, exchange: Exchange, size: BatchSize, asked: Asked): Promise<Asked | undefined> {
  try {
    const next = await readAsked(db, size, asked.request.last);
    if (next) exchange.prepare?.(next.request);
    return next;
  } catch {
    return undefined; // The storage went away; the next exchange says so.
  }
}

/** Whether the hub has all of this batch and told nothing new, so that what was made meanwhile may follow. */
function isTakenAsItIs(asked: Asked, reply: SyncReply): boolean {
  const head = reply.heads[asked.device.key.device];
  const isSameLife = reply.life.random === asked.hub.life.random && reply.life.counter === asked.hub.life.counter;
  return isSameLife && reply.entries.length === 0 && head !== undefined && head.hash === asked.request.last?.hash;
}
