import type { DeviceId } from '../../journal/device-key.ts';
import type { FactRead } from '../fact.ts';

/**
 * What *Undo* takes back: the newest floor fact of this tablet that still stands. Windows are left alone: one that was
 * opened by mistake is closed, and what was counted in it is taken back by itself.
 */
export function lastStep(facts: readonly FactRead[], device: DeviceId): FactRead | undefined {
  const undone = new Set(facts.flatMap((fact) => (fact.type === 'floor.undone' ? [fact.body.fact] : [])));
  return facts
    .filter(
      (fact) =>
        fact.device === device &&
        (fact.type === 'pause.started' || fact.type === 'pause.moved' || fact.type === 'pause.ended') &&
        !undone.has(fact.first),
    )
    .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))[0];
}
