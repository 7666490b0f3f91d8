/**
 * A spreadsheet takes a text that starts with one of these (also after spaces) for a formula. Apostrophes in front
 * count as well: otherwise a text that really is `'=x` would come back as `=x`.
 */
const DANGEROUS = /^'*\s*[=+\-@\t\r]/;

/** Puts an apostrophe before a text a spreadsheet would run. For text columns; numbers stay as they are. */
export function neutralise(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that `neutralise` (or another shop's export) put there. */
export function restore(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text;
}
