import { fact } from '../../domain/fact.ts';
import { deviceIdOf } from '../../journal/device-key.ts';
import type { EnrolReply, EnrolRequest, FoundRequest } from '../../sync/protocol.ts';
import { Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import { createCollective } from '../storage/collectives.ts';
import { appendHubFacts, currentSelf } from '../storage/lives.ts';
import type { Tx } from '../storage/schema.ts';
import { flushWitness } from '../storage/witness.ts';
import { enrolTablet, type NewTablet } from './devices.ts';
import { Expired, redeem } from './invitations.ts';
import { announceFoundCode, announceLeadLink } from './links.ts';

/**
 * `POST /api/enrol`: a one-time link's secret or an 8-character code buys a token for this key.
 * @throws Refused `code-unknown`, `code-used`, `code-expired`, `not-allowed` (a removed tablet)
 */
export async function enrol(hub: Hub, request: EnrolRequest): Promise<EnrolReply> {
  const device = deviceIdOf(request.publicKey);
  return await pair(hub, async (tx) => {
    const invitation = await redeem(tx, hub, request.code, device, false);
    return {
      collective: invitation.collective,
      class: invitation.class,
      device,
      publicKey: request.publicKey,
      name: request.name,
      ...(request.letters ? { letters: request.letters } : {}),
    };
  });
}

/**
 * `POST /api/collectives`: a tablet that sold alone brings its own collective here and leads it.
 * @throws Refused `code-unknown`, `code-used`, `code-expired`, `collective-taken`
 */
export async function found(hub: Hub, request: FoundRequest): Promise<EnrolReply> {
  const device = deviceIdOf(request.publicKey);
  return await pair(hub, async (tx) => {
    await redeem(tx, hub, request.code, device, true);
    const { collective, publicKey, name, letters } = request;
    const taken = await tx.selectFrom('collectives').select('id').where('id', '=', collective).executeTakeFirst();
    if (!taken) await createCollective(tx, hub, { id: collective, isExample: false, after: request.life ?? null });
    // The second time is its own lost answer: the code is bound to this device, and the collective to its lead.
    else if (!(await isLead(tx, collective, device)))
      throw new Refused('collective-taken', 'this hub already has a collective of this id');
    return { collective, class: 'lead', device, publicKey, name, letters };
  });
}

async function pair(hub: Hub, decide: (tx: Tx) => Promise<NewTablet>): Promise<EnrolReply> {
  try {
    const reply = await hub.db.transaction().execute(async (tx) => await pairIn(tx, hub, await decide(tx)));
    await flushWitness(hub, reply.collective);
    hub.log.info({ collective: reply.collective, letters: reply.letters, class: reply.class }, 'tablet paired');
    return reply;
  } catch (cause) {
    if (cause instanceof Expired && cause.invitationKind === 'link') await announceLeadLink(hub, cause.collective);
    if (cause instanceof Expired && cause.invitationKind === 'found') await announceFoundCode(hub);
    throw cause;
  }
}

async function pairIn(tx: Tx, hub: Hub, tablet: NewTablet): Promise<EnrolReply> {
  const { token, letters, isNew } = await enrolTablet(tx, hub, tablet);
  const { collective, device, publicKey, name } = tablet;
  if (isNew)
    await appendHubFacts(tx, hub, collective, [
      fact('tablet.paired', device, { device, publicKey, class: tablet.class, letters, name }),
    ]);
  const self = await currentSelf(tx, collective);
  const { is_example: isExample } = await tx
    .selectFrom('collectives')
    .select('is_example')
    .where('id', '=', collective)
    .executeTakeFirstOrThrow();
  return {
    collective,
    token,
    class: tablet.class,
    letters,
    hubId: self.key.device,
    life: self.life,
    hubNow: hub.now(),
    publicUrl: hub.publicUrl,
    example: isExample === 1,
  };
}

async function isLead(tx: Tx, collective: string, device: string): Promise<boolean> {
  const row = await tx
    .selectFrom('devices')
    .select('class')
    .where('collective', '=', collective)
    .where('device', '=', device)
    .executeTakeFirst();
  return row?.class === 'lead';
}
