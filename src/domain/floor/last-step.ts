import type { DeviceId } from '../../journal/device-key.ts';
import type { FactRead } from '../fact.ts';

/**
 * What *Undo* takes back: the newest floor fact of this tablet that still stands, and with an end the doubt that was
 * written beside it; empty: nothing is left to take back. Windows are left alone: one that was opened by mistake is
 * closed, and what was counted in it is taken back by itself.
 */
export function lastSteps(facts: readonly FactRead[], device: DeviceId): readonly FactRead[] {
  const undone = new Set(facts.flatMap((fact) => (fact.type === 'floor.undone' ? [fact.body.fact] : [])));
  const own = facts.filter((fact) => fact.device === device && !undone.has(fact.first));
  const last = own
    .filter(({ type }) => type === 'pause.started' || type === 'pause.moved' || type === 'pause.ended')
    .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))[0];
  if (!last) return [];
  const doubts = own.filter(({ type, about }) => type === 'pause.markedUnsure' && about === last.about);
  return last.type === 'pause.ended' ? [last, ...doubts] : [last];
}
