import * as v from 'valibot';
import { done, refused, type Result } from '../domain/result.ts';
import { readAnswer, type HubAddress, type Offline } from './exchange.ts';
import { InvitationReply, type Refusal } from './protocol.ts';

const Devices = v.object({
  devices: v.array(
    v.object({
      device: v.string(),
      class: v.picklist(['lead', 'stall']),
      letters: v.string(),
      name: v.string(),
      lastSeen: v.nullable(v.number()),
      appVersion: v.nullable(v.string()),
    }),
  ),
});
type TabletsAtHub = v.InferOutput<typeof Devices>['devices'];

type Asked<T> = Promise<Result<T, Refusal | Offline>>;

/** A code for one more tablet: 15 minutes, one use. Leads only. */
export async function inviteTablet(hub: HubAddress, as: 'lead' | 'stall'): Asked<InvitationReply> {
  return parsed(InvitationReply, await ask(hub, 'POST', '/api/invitations', { class: as }));
}

/** The collective's tablets as the hub has them. Leads only. */
export async function listTablets(hub: HubAddress): Asked<TabletsAtHub> {
  const answer = parsed(Devices, await ask(hub, 'GET', '/api/devices'));
  return answer.ok ? done(answer.value.devices) : answer;
}

/** A removed tablet may send nothing more; what it still holds comes in through its rescue file. */
export async function removeTablet(hub: HubAddress, device: string): Asked<null> {
  return nothing(await ask(hub, 'DELETE', `/api/devices/${encodeURIComponent(device)}`));
}

const RescueAnswer = v.object({ entries: v.number(), stored: v.number(), left: v.number() });

/** Feeds a rescue file: a lead's tablet for any, another for its own. `left`: entries the hub could not join on. */
export async function feedRescue(
  hub: HubAddress,
  file: Blob,
): Asked<{ readonly entries: number; readonly stored: number; readonly left: number }> {
  try {
    const response = await hub.fetch(`${hub.url}/api/rescue`, {
      method: 'POST',
      body: file,
      headers: { authorization: `Bearer ${hub.token}`, 'content-type': 'application/x-ndjson' },
      redirect: 'error',
      cache: 'no-store',
    });
    return parsed(RescueAnswer, await readAnswer(response));
  } catch {
    return refused({ kind: 'offline' });
  }
}

/** Drops the example collective at the hub, tokens included. */
export async function removeExample(hub: HubAddress): Asked<null> {
  return nothing(await ask(hub, 'DELETE', '/api/collectives/example'));
}

const TIMEOUT = 15_000;

async function ask(hub: HubAddress, method: string, path: string, body?: unknown): Asked<unknown> {
  try {
    const response = await hub.fetch(hub.url + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${hub.token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT),
      redirect: 'error',
      cache: 'no-store',
    });
    return response.status === 204 ? done(null) : await readAnswer(response);
  } catch {
    return refused({ kind: 'offline' });
  }
}

function parsed<T>(
  schema: v.GenericSchema<unknown, T>,
  answer: Result<unknown, Refusal | Offline>,
): Result<T, Refusal | Offline> {
  if (!answer.ok) return answer;
  const value = v.safeParse(schema, answer.value);
  return value.success ? done(value.output) : refused({ kind: 'offline' });
}

function nothing(answer: Result<unknown, Refusal | Offline>): Result<null, Refusal | Offline> {
  return answer.ok ? done(null) : answer;
}
