import type { Instant } from '../../journal/stamp.ts';
import { Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import type { Tx } from '../storage/schema.ts';
import { hashSecret, makeLinkSecret, makeShortCode } from './secrets.ts';

type InvitationKind = 'link' | 'code' | 'found';

interface Invitation {
  readonly collective: string;
  readonly class: 'lead' | 'stall';
  readonly kind: InvitationKind;
}

const MINUTES_15 = 15 * 60_000;
const A_DAY = 24 * 3_600_000;

/**
 * Makes a one-time code, good for 15 minutes; only its hash is stored.
 * @returns the code itself, to be shown once
 */
export async function invite(
  tx: Tx,
  hub: Hub,
  invitation: Invitation,
): Promise<{ readonly code: string; readonly expiresAt: Instant }> {
  const now = hub.now();
  const code = invitation.kind === 'link' ? makeLinkSecret(hub) : makeShortCode(hub);
  const expiresAt = now + MINUTES_15;
  await tx
    .deleteFrom('invitations')
    .where('expires_at', '<', now - A_DAY) // long enough to tell "expired" from "unknown"
    .execute();
  await tx
    .insertInto('invitations')
    .values({
      ...invitation,
      code_hash: hashSecret(code),
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
      used_by: null,
    })
    .execute();
  return { code, expiresAt };
}

/**
 * Takes a code for a device. The same device may take it again until it expires: its first answer may have been lost.
 * @throws Refused `code-unknown`, `code-used`, `code-expired`
 */
export async function redeem(tx: Tx, hub: Hub, code: string, device: string, isFounding: boolean): Promise<Invitation> {
  const hash = hashSecret(code);
  const row = await tx
    .selectFrom('invitations')
    .selectAll()
    .where('code_hash', '=', hash)
    .where('kind', isFounding ? '=' : '<>', 'found')
    .executeTakeFirst();
  if (!row) throw new Refused('code-unknown', 'no such code');
  if (row.used_by !== null && row.used_by !== device) throw new Refused('code-used', 'this code has been used');
  if (row.expires_at < hub.now()) throw new Expired(row.kind, row.collective);
  await tx
    .updateTable('invitations')
    .set({ used_at: hub.now(), used_by: device })
    .where('collective', '=', row.collective)
    .where('code_hash', '=', hash)
    .execute();
  return { collective: row.collective, class: row.class, kind: row.kind };
}

/** A code that came too late. The ones the hub has printed are renewed where it runs. */
export class Expired extends Refused {
  readonly invitationKind: InvitationKind;
  readonly collective: string;

  constructor(kind: InvitationKind, collective: string) {
    const where = kind === 'code' ? 'ask a lead for a new one' : 'a new one has been printed where the hub runs';
    super('code-expired', `this code was good for 15 minutes; ${where}`);
    this.invitationKind = kind;
    this.collective = collective;
  }
}
