import type { FactText } from '../../journal/entry.ts';
import { fact } from '../fact.ts';
import type { EditionId, WorkId } from '../parts.ts';

/**
 * What gives an edition its size, at first or before its first sale. `before`: the size it has, 0 where there is none.
 * It is published anew: that is what brings further numbers into being. Numbers beyond a smaller size are never given
 * out.
 */
export function editionSized({
  edition,
  work,
  size,
  before,
}: {
  readonly edition: EditionId;
  readonly work: WorkId;
  readonly size: number;
  readonly before: number;
}): FactText[] {
  const beyond = Array.from({ length: Math.max(0, before - size) }, (_, at) => size + at + 1);
  return [
    fact('edition.published', edition, { edition, fields: { work, size } }),
    ...beyond.map((number) => fact('copy.spoilt', edition, { edition, number })),
  ];
}
