import { fact } from '../../domain/fact.ts';
import type { PersonFields } from '../../domain/people/facts.ts';
import type { Result } from '../../domain/result.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { randomText } from '../../store/device.ts';
import type { Stall } from '../../store/stall.tsx';
import { writeFacts } from '../../store/write-facts.ts';

type Saved = Promise<Result<null, CommitProblem>>;

/**
 * A photographer's name, and what part they keep (basis points; null: not agreed, or not this tablet's to know).
 * New terms get a new id, so that lines sold under the former ones keep theirs.
 */
export async function savePhotographer(
  stall: Stall,
  id: string | undefined,
  { name, keeps }: { readonly name: string; readonly keeps: number | null },
): Saved {
  const { catalogue } = stall;
  const photographer = id ?? randomText();
  const present = id === undefined ? undefined : catalogue.photographerById.get(id);
  const agreed = catalogue.terms.find((terms) => terms.id === present?.terms);
  const isNew = keeps !== null && keeps !== agreed?.photographerKeeps;
  const terms = randomText();
  const fields = { ...(name === present?.name ? {} : { name }), ...(isNew ? { terms } : {}) };
  return writeFacts(stall, [
    ...(isNew ? [fact('terms.agreed', terms, { terms, photographer, photographerKeeps: keeps })] : []),
    ...(Object.keys(fields).length > 0 ? [fact('photographer.revised', photographer, { photographer, fields })] : []),
  ]);
}

export async function retirePhotographer(stall: Stall, photographer: string, retired: boolean): Saved {
  return writeFacts(stall, [fact('photographer.revised', photographer, { photographer, fields: { retired } })]);
}

export async function savePerson(stall: Stall, id: string | undefined, fields: PersonFields): Saved {
  const person = id ?? randomText();
  return writeFacts(stall, [fact('person.revised', person, { person, fields })]);
}
