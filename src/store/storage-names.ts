import { Dexie } from 'dexie';

/** The names of what was thrown, outermost first: Dexie wraps what the browser said. */
function thrownNames(thrown: unknown): readonly string[] {
  const isNamed = thrown instanceof Error || thrown instanceof Dexie.DexieError || thrown instanceof DOMException;
  if (!isNamed) return [];
  const inner = 'inner' in thrown ? thrownNames(thrown.inner) : [];
  return [thrown.name, ...inner];
}

/** Whether a write ended because the browser gives no more room. */
export function isStorageFull(thrown: unknown): boolean {
  return thrownNames(thrown).includes('QuotaExceededError');
}

const CLOSED: readonly string[] = [
  'DatabaseClosedError',
  'OpenFailedError',
  'MissingAPIError',
  'InvalidStateError',
  'AbortError',
  'VersionError',
  'UnknownError',
  'TransactionInactiveError',
  'TimeoutError',
  'ReadOnlyError',
  'NotFoundError',
  'SecurityError',
];

/** Under which name the storage itself gave up; undefined: this is not the storage's doing. */
export function closedName(thrown: unknown): string | undefined {
  return thrownNames(thrown).find((name) => CLOSED.includes(name));
}
