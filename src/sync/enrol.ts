import * as v from 'valibot';
import { done, refused, type Result } from '../domain/result.ts';
import { makeDeviceKey, type DeviceId, type DeviceKey } from '../journal/device-key.ts';
import { StallDb } from '../store/db.ts';
import { NOT_SENT, readMeta, writeMeta } from '../store/device.ts';
import { callHub, type HubAddress, type Offline } from './exchange.ts';
import { EnrolReply, type EnrolRequest, type FoundRequest, type Refusal } from './protocol.ts';

type EnrolProblem = Refusal | Offline;

/**
 * Joins a hub's collective with a one-time code: a new database with a new key. Nothing is merged into it.
 * @param seed 32 random bytes for the key
 * @param letters of a tablet that asks again with the key it has
 */
export async function joinCollective(
  hub: Omit<HubAddress, 'token'>,
  code: string,
  name: string,
  seed: Uint8Array,
  now: number,
  open: (collective: string) => StallDb = (collective) => new StallDb(collective),
  letters?: string,
): Promise<Result<{ readonly db: StallDb; readonly example: boolean }, EnrolProblem>> {
  const key = makeDeviceKey(seed);
  const request: EnrolRequest = { code, publicKey: key.publicKey, name, ...(letters ? { letters } : {}) };
  const answer = await callHub({ ...hub, token: '' }, '/api/enrol', JSON.stringify(request));
  const reply = readReply(answer);
  if (!reply.ok) return reply;
  const db = open(reply.value.collective);
  await keepLink(db, hub.url, key, name, now, reply.value);
  return done({ db, example: reply.value.example });
}

/** Brings the collective that this tablet started alone to a hub, and leads it there. */
export async function foundCollective(
  db: StallDb,
  hub: Omit<HubAddress, 'token'>,
  code: string,
  now: number,
): Promise<Result<EnrolReply, EnrolProblem>> {
  const device = await readMeta(db, 'device');
  if (!device) throw new Error('a tablet without a key cannot found a collective');
  const { key, letters, name } = device;
  const request: FoundRequest = { collective: db.collective, publicKey: key.publicKey, name, letters, code };
  const reply = readReply(await callHub({ ...hub, token: '' }, '/api/collectives', JSON.stringify(request)));
  if (reply.ok) await keepLink(db, hub.url, key, name, now, reply.value);
  return reply;
}

function readReply(answer: Result<unknown, EnrolProblem>): Result<EnrolReply, EnrolProblem> {
  if (!answer.ok) return answer;
  const reply = v.safeParse(EnrolReply, answer.value);
  return reply.success ? done(reply.output) : refused({ kind: 'offline' });
}

/** Joining again makes a new key; what was sold under the one before is in this journal and has still to be sent. */
async function keepFormer(db: StallDb, next: DeviceId): Promise<void> {
  const before = await readMeta(db, 'device');
  if (!before || before.key.device === next || !(await db.heads.get(before.key.device))) return;
  const { acked, needs } = (await readMeta(db, 'sync')) ?? NOT_SENT;
  const { key, letters } = before;
  const former = { key, letters, acked, ...(needs === 'enrolment' ? { removed: true as const } : {}) };
  await writeMeta(db, 'former', [...((await readMeta(db, 'former')) ?? []), former]);
}

async function keepLink(
  db: StallDb,
  url: string,
  key: DeviceKey,
  name: string,
  now: number,
  reply: EnrolReply,
): Promise<void> {
  const { token, hubId, life, publicUrl, letters } = reply;
  await db.transaction('rw', db.meta, db.heads, async () => {
    await keepFormer(db, key.device);
    await writeMeta(db, 'device', { key, letters, name, class: reply.class, madeAt: now });
    await writeMeta(db, 'hub', { url, token, hubId, life, publicUrl });
    await writeMeta(db, 'sync', { ...NOT_SENT, offset: reply.hubNow - now });
  });
}
