import { readSyncStatus } from '../../sync/status.ts';
import type { DayRead } from '../../store/read-ledger.ts';
import { readHeads } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';

/** What this tablet knows of one that sells on the day. */
export interface TabletSeen {
  readonly device: string;
  readonly letters: string;
  readonly isOwn: boolean;
  /** There is a hub at all. */
  readonly isJoined: boolean;
  /** Own: everything is with the hub, if there is one. Others: as far as they are known, nothing is missing in between. */
  readonly isIn: boolean;
  readonly unsent: number;
  /** Own: last sent. Others: their newest entry here. */
  readonly at: number | null;
  /** Entries of it that lie here, from 1 on without a gap. */
  readonly entries: number;
}

/** How long another tablet may be silent before it is shown as waited for. */
const SILENT_MS = 20 * 60_000;

/** The tablets with a drawer or an entry in the day, this one first. */
export function useTablets({ reads }: DayRead): readonly TabletSeen[] | undefined {
  const { db, device, catalogue, now } = useStall();
  const own = device.key.device;
  const known = useLive(async () => ({ heads: await readHeads(db), status: await readSyncStatus(db) }), [db]);
  if (!known) return undefined;
  const headOf = new Map(known.heads.map((head) => [head.device, head]));
  // The hub writes amendments into the day; it is no tablet.
  const written = reads.filter(({ type }) => type !== 'marketDay.amended').map((read) => read.device);
  const others = [...new Set(written)].filter((each) => each !== own);
  return [own, ...others].map((id): TabletSeen => {
    const isOwn = id === own;
    const tablet = catalogue.tablets.find((each) => each.id === id);
    const drawer = reads.find((read) => read.device === id && read.type === 'drawer.opened');
    const opened = drawer?.type === 'drawer.opened' ? drawer.body.letters : undefined;
    const head = headOf.get(id);
    // A stamp begins with its milliseconds, fifteen digits.
    const heardAt = head ? Number(head.stamp.slice(0, 15)) : null;
    const { joined, unsent, lastSentAt } = known.status;
    return {
      device: id,
      letters: isOwn ? device.letters : (tablet?.letters ?? opened ?? '?'),
      isOwn,
      isJoined: joined,
      isIn: isOwn ? !joined || unsent === 0 : heardAt !== null && now() - heardAt < SILENT_MS,
      unsent: isOwn ? unsent : 0,
      at: isOwn ? lastSentAt : heardAt,
      entries: head?.n ?? 0,
    };
  });
}
