/** Languages there are texts for. English stands in the code. */
export const languages = [
  { id: 'en', label: 'English' },
  { id: 'de', label: 'Deutsch' },
] as const;

/** How each language writes dates: day before month, 24 hours. */
export const localeOf: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE' };

/** The texts of a language; fetched when somebody chooses it. */
export async function loadTexts(language: string): Promise<Readonly<Record<string, string>>> {
  if (language === 'de') return (await import('../ui/text/de.ts')).german;
  return {};
}
