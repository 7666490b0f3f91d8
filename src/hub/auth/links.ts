import type { Hub } from '../hub.ts';
import { invite } from './invitations.ts';

/** Prints a one-time link that pairs a lead's tablet with a collective. */
export async function announceLeadLink(hub: Hub, collective: string): Promise<void> {
  const { code } = await hub.db
    .transaction()
    .execute((tx) => invite(tx, hub, { collective, class: 'lead', kind: 'link' }));
  hub.announce(`Open as its lead (one use, 15 minutes):\n  ${joinAddress(hub, code)}`);
}

/** Prints the code with which a tablet brings its own collective to this hub. */
export async function announceFoundCode(hub: Hub): Promise<void> {
  const { code } = await hub.db
    .transaction()
    .execute((tx) => invite(tx, hub, { collective: '', class: 'lead', kind: 'found' }));
  hub.announce(`To bring your own collective to this hub, type this code (one use, 15 minutes): ${code}`);
}

/** The secret stands behind `#`: it is not sent when the page is opened, only when the app uses it. */
export function joinAddress(hub: Hub, code: string): string {
  return `${hub.address}/app/join#${code}`;
}
