import type { Catalogue, Work } from '../catalogue.ts';
import { foldText } from '../fold-text.ts';
import type { RowProblem, WorkDraft } from './draft.ts';

/** The part of the catalogue an import is compared with. */
export type PresentCatalogue = Pick<Catalogue, 'collective' | 'works' | 'photographers'> & {
  /** Works of which a copy was sold: the size of their edition is fixed. */
  readonly worksSold: ReadonlySet<string>;
};

/** The works that are here, by everything a file may know them by. */
export interface WorksHere {
  readonly bySku: ReadonlyMap<string, Work>;
  readonly byKey: ReadonlyMap<string, Work>;
  readonly byTitle: ReadonlyMap<string, readonly Work[]>;
  /** Id by folded name. */
  readonly photographerByName: ReadonlyMap<string, string>;
  /** The row that a work was matched with already. */
  readonly matched: Map<string, number>;
  /** Name of the work's photographer; '' for the collective's own. */
  nameOf(work: Work): string;
  /** '' for the collective's own name, in any spelling: that is how its own works are kept. */
  ownName(name: string): string;
}

export function worksHere({ collective, works: all, photographers }: PresentCatalogue): WorksHere {
  // What was put away is found again, but what hangs comes first: the later of two takes a key.
  const works = all.toSorted((a, b) => Number(b.retired) - Number(a.retired));
  const nameById = new Map(photographers.map(({ id, name }): [string, string] => [id, name]));
  const byTitle = new Map<string, Work[]>();
  for (const work of works) {
    const title = foldText(work.title);
    byTitle.set(title, [...(byTitle.get(title) ?? []), work]);
  }
  const skus = works.flatMap((work) => work.variants.map(({ sku }): [string, Work] => [sku, work]));
  const own = new Set([foldName(collective.name ?? ''), ...COLLECTIVE_NAMES]);
  const photographerByName = new Map(photographers.map(({ id, name }): [string, string] => [foldName(name), id]));
  return {
    bySku: new Map(skus.filter(([sku]) => sku !== '')),
    byKey: new Map(
      works.filter(({ importKey }) => importKey !== '').map((work): [string, Work] => [work.importKey, work]),
    ),
    byTitle,
    photographerByName,
    matched: new Map(),
    nameOf: (work) => nameById.get(work.photographer) ?? '',
    ownName: (name) => (own.has(foldName(name)) && !photographerByName.has(foldName(name)) ? '' : name),
  };
}

/** How a file calls the collective itself where it must name somebody; a photographer of that name comes first. */
const COLLECTIVE_NAMES: readonly string[] = ['collective', 'the collective', 'kollektiv', 'das kollektiv'];

/** A name as people mean it: without case, diacritics, and blanks too many. */
export function foldName(name: string): string {
  return foldText(name).trim().replace(/\s+/g, ' ');
}

/** The work here that a draft is about, or why that cannot be said. Two drafts are never about one work. */
export function matchWork(here: WorksHere, draft: WorkDraft): { work: Work | undefined; problem?: RowProblem } {
  const bySku = new Set(draft.variants.flatMap(({ sku }) => here.bySku.get(sku) ?? []));
  const about = { row: draft.row, column: '', work: draft.key };
  if (bySku.size > 1) {
    const titles = [...bySku].map(({ title }) => title).join(' · ');
    return { work: undefined, problem: { ...about, kind: 'skusOfTwoWorks', value: titles } };
  }
  const work = [...bySku][0] ?? here.byKey.get(draft.key) ?? byTitle(here, draft);
  if (!work) return { work };
  const firstRow = here.matched.get(work.id);
  if (firstRow !== undefined) return { work, problem: { ...about, kind: 'workTwice', value: work.title, firstRow } };
  here.matched.set(work.id, draft.row);
  return { work };
}

/** A title is enough if the file names no photographer and only one work here has it. */
function byTitle(here: WorksHere, draft: WorkDraft): Work | undefined {
  const works = here.byTitle.get(foldText(draft.title)) ?? [];
  const hanging = works.filter(({ retired }) => !retired);
  const known = hanging.length > 0 ? hanging : works;
  if (draft.photographer === '') return known.length === 1 ? known[0] : undefined;
  const name = foldName(here.ownName(draft.photographer));
  return [...hanging, ...works].find((work) => foldName(here.nameOf(work)) === name);
}
