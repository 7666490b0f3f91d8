/**
 * A language tag (BCP 47) as the platform takes it, out of what a system or a file calls one: `en_GB`, `de-DE@posix`,
 * `pt_BR.UTF-8`. Undefined where nothing can be made of it; the platform would throw at the first amount.
 */
export function usableLocale(said: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(
      said
        .trim()
        .replace(/[.@].*$/, '')
        .replaceAll('_', '-'),
    )[0];
  } catch {
    return undefined;
  }
}
