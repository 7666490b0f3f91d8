import { useMemo } from 'react';
import { readLevels } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';

/**
 * Pieces of each work at this stall, all its sizes together. Works that nobody ever counted here are not in it: what is
 * left of them is not known.
 */
export function useLevelsOfWorks(): ReadonlyMap<string, number> | undefined {
  const { db, place, catalogue } = useStall();
  const levels = useLive(async () => {
    const counted = await db.stockCounts.where('place').equals(place).toArray();
    return { levels: await readLevels(db, place), counted: new Set(counted.map(({ variant }) => variant)) };
  }, [db, place]);
  return useMemo(() => {
    if (!levels) return undefined;
    const byWork = new Map<string, number>();
    for (const [variant, level] of levels.levels) {
      const work = catalogue.variantById.get(variant)?.work;
      if (work !== undefined && levels.counted.has(variant)) byWork.set(work, (byWork.get(work) ?? 0) + level);
    }
    return byWork;
  }, [levels, catalogue]);
}
