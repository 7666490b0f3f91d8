import { useMemo } from 'react';
import { buildSearchIndex, searchCatalogue } from '../../domain/catalogue/search.ts';
import type { CopyRow } from '../../domain/editions/copies.ts';
import { readCopies, readDrafts, readLevels } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { readDraft, type Draft } from './till-store.ts';
import { useTillState } from './till-context.tsx';
import { byEdition, copiesInCarts, wallTiles, type WallTile } from './wall-tiles.ts';

export interface WallData {
  readonly tiles: readonly WallTile[];
  readonly copies: ReadonlyMap<string, readonly CopyRow[]>;
  /** Pieces at this tablet's place by the book. */
  readonly levels: ReadonlyMap<string, number>;
  readonly parked: readonly Draft[];
  /** Copies in this cart and in parked ones. */
  readonly taken: ReadonlySet<string>;
}

/** What hangs on the wall just now; undefined until it is read once. */
export function useWall(): WallData | undefined {
  const { db, catalogue, place } = useStall();
  const cart = useTillState((state) => state.draft.cart);
  const rows = useLive(() => readCopies(db), [db]);
  const levels = useLive(() => readLevels(db, place), [db, place]);
  const drafts = useLive(() => readDrafts(db, 'parked'), [db]);
  const copies = useMemo(() => rows && byEdition(rows), [rows]);
  const parked = useMemo(() => drafts?.flatMap((row) => readDraft(row) ?? []), [drafts]);
  return useMemo(() => {
    if (!copies || !levels || !parked) return undefined;
    const carts = parked.map((draft) => draft.cart);
    return {
      tiles: wallTiles({ catalogue, copies, levels, cart, parked: carts }),
      copies,
      levels,
      parked,
      taken: copiesInCarts([cart, ...carts]),
    };
  }, [catalogue, copies, levels, parked, cart]);
}

/** What the chips and the search leave; with the copy number somebody typed (7/25). */
export function useFound(
  tiles: readonly WallTile[],
  chip: string,
  text: string,
): readonly (WallTile & { readonly asked: number | null })[] {
  const { catalogue } = useStall();
  const index = useMemo(
    () =>
      buildSearchIndex(
        catalogue.works.flatMap((work) =>
          work.variants.map((variant) => ({
            id: variant.id,
            title: work.title,
            photographer: catalogue.photographerById.get(work.photographer)?.name ?? '',
            sku: variant.sku,
            options: [variant.size, variant.paper, variant.frame, work.series, ...work.tags],
            editionSize: work.edition?.size ?? null,
          })),
        ),
      ),
    [catalogue],
  );
  return useMemo(() => {
    const shown = tiles.filter((tile) => fits(tile, chip, catalogue.workById.get(tile.work)?.tags ?? [], catalogue));
    if (text.trim() === '') return shown.map((tile) => ({ ...tile, asked: null }));
    const byWork = new Map(shown.map((tile) => [tile.work, tile]));
    const found = new Map<string, WallTile & { readonly asked: number | null }>();
    for (const hit of searchCatalogue(index, text)) {
      const work = catalogue.variantById.get(hit.id)?.work ?? '';
      const tile = byWork.get(work);
      if (tile && !found.has(work)) found.set(work, { ...tile, asked: hit.copyNumber });
    }
    return [...found.values()];
  }, [tiles, chip, text, index, catalogue]);
}

function fits(
  tile: WallTile,
  chip: string,
  tags: readonly string[],
  catalogue: ReturnType<typeof useStall>['catalogue'],
): boolean {
  const [kind, name = ''] = chip.split(/:(.*)/s);
  if (kind === 'editions') return tile.size > 0;
  if (kind === 'merch') return tile.merch;
  if (kind === 'tag') return tags.includes(name);
  if (kind === 'by') return catalogue.workById.get(tile.work)?.photographer === name;
  return true;
}
