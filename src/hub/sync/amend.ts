import * as v from 'valibot';
import { fact } from '../../domain/fact.ts';
import { amendDay } from '../../domain/market-days/amendments.ts';
import { drawerTypes } from '../../domain/market-days/drawer.ts';
import { Id } from '../../domain/parts.ts';
import { readEntry } from '../../journal/check.ts';
import type { DeviceId } from '../../journal/device-key.ts';
import type { Hub } from '../hub.ts';
import { readHeads, type Checked } from '../storage/journal.ts';
import { appendHubFacts } from '../storage/lives.ts';
import { readFacts } from '../storage/read-facts.ts';
import type { Tx } from '../storage/schema.ts';
import { flushWitness } from '../storage/witness.ts';

/** A sender that has been silent for so long in the middle of its sending no longer keeps a day waiting. */
const GIVEN_UP_MS = 3_600_000;

const InDrawer = v.object({ drawer: Id });
/** What an amendment is made from: what happens in drawers, how payments went, Z reports and amendments before it. */
const OF_THE_DAY: readonly string[] = [...drawerTypes, 'marketDay.amended', 'payment.handedOff', 'payment.resolved'];

/**
 * Remembers days of which these entries may be late: they happen in a drawer that has a Z, or are a Z. In the
 * transaction that stores them, so that no crash can forget it.
 * @param by the device that brings them
 */
export async function noticeLate(
  tx: Tx,
  hub: Hub,
  collective: string,
  by: DeviceId,
  entries: readonly Checked[],
): Promise<void> {
  const byDay = new Map<string, Checked[]>();
  for (const one of entries) {
    const { day, type } = one.envelope;
    if (day !== '' && drawerTypes.has(type)) byDay.set(day, [...(byDay.get(day) ?? []), one]);
  }
  for (const [day, some] of byDay) {
    const closed = await closedDrawers(tx, collective, day);
    if (closed.size === 0 || !some.some((one) => isLate(one, closed))) continue;
    const row = { collective, day, device: by, touched_at: hub.now() };
    await tx
      .insertInto('late_days')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['collective', 'day', 'device']).doUpdateSet({ touched_at: row.touched_at }),
      )
      .execute();
  }
}

/** Whether days wait for this device's word that it has sent everything, or for one that has gone silent. */
export async function hasLateDays(tx: Tx, hub: Hub, collective: string, by: DeviceId): Promise<boolean> {
  const rows = await tx.selectFrom('late_days').selectAll().where('collective', '=', collective).execute();
  return rows.some((row) => isDue(row, hub, by));
}

/**
 * Numbers what came in late, one amendment for each day: called when `by` has nothing more to send. A day that another
 * device is still sending for waits for that one. Entry and marks are one transaction: broken off at any byte, it is
 * done by the next call; done already, there is nothing uncovered and nothing is written.
 * @returns whether an amendment was written
 */
export async function numberLateDays(hub: Hub, collective: string, by: DeviceId): Promise<boolean> {
  const written = await hub.db.transaction().execute(async (tx) => {
    const rows = await tx.selectFrom('late_days').selectAll().where('collective', '=', collective).execute();
    const due = rows.filter((row) => isDue(row, hub, by));
    let count = 0;
    for (const day of new Set(due.map((row) => row.day))) {
      const isAwaited = rows.some((row) => row.day === day && !isDue(row, hub, by));
      if (!isAwaited) count += await amend(tx, hub, collective, day);
    }
    for (const { day, device } of due)
      await tx
        .deleteFrom('late_days')
        .where('collective', '=', collective)
        .where('day', '=', day)
        .where('device', '=', device)
        .execute();
    return count;
  });
  if (written > 0) await flushWitness(hub, collective);
  return written > 0;
}

/** The same, for who has stored something that must not be refused because of it. @returns false if it broke off too */
export async function tryToNumber(hub: Hub, collective: string, by: DeviceId): Promise<boolean> {
  try {
    return await numberLateDays(hub, collective, by);
  } catch (cause) {
    // The marks are still there: the next request tries again.
    const message = cause instanceof Error ? cause.message : 'unknown';
    hub.log.error({ collective, message }, 'late facts not numbered');
    return false;
  }
}

async function amend(tx: Tx, hub: Hub, collective: string, day: string): Promise<number> {
  const heads = Object.fromEntries(await readHeads(tx, collective));
  const reads = await readFacts(tx, collective, (query) =>
    query.where('day', '=', day).where('type', 'in', OF_THE_DAY),
  );
  const amended = amendDay(reads, day, heads);
  if (!amended) return 0;
  await appendHubFacts(tx, hub, collective, [fact('marketDay.amended', day, amended)], day);
  hub.log.info({ collective, day, number: amended.number }, 'late facts numbered');
  return 1;
}

function isDue(row: { readonly device: string; readonly touched_at: number }, hub: Hub, by: DeviceId): boolean {
  return row.device === by || row.touched_at + GIVEN_UP_MS < hub.now();
}

/** Drawers of the day that have a Z report, however late it is; a Z is about its drawer. */
async function closedDrawers(tx: Tx, collective: string, day: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('journal')
    .select('about')
    .where('collective', '=', collective)
    .where('day', '=', day)
    .where('type', '=', 'drawer.closed')
    .execute();
  return new Set(rows.map((row) => row.about));
}

function isLate({ entry, envelope }: Checked, closed: ReadonlySet<string>): boolean {
  if (envelope.type === 'drawer.closed') return true;
  const { success, output } = v.safeParse(InDrawer, readEntry(entry, envelope)?.body);
  return success && closed.has(output.drawer);
}
