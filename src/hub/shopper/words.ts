import { createIntl, type IntlShape, type MessageDescriptor } from 'react-intl';
import { german } from './text/de.ts';

/** Names a page's texts; the extractor finds them by this function's name, as in the till. */
export function defineMessages<K extends string>(
  texts: Readonly<Record<K, { readonly id: string; readonly defaultMessage: string }>>,
): Readonly<Record<K, MessageDescriptor>> {
  return texts;
}

/**
 * Words, numbers and dates of a page. The words are German where the locale is, else English; numbers and dates are
 * always those of the locale.
 */
export function intlFor(locale: string): IntlShape {
  const known = canonical(locale) ?? 'en-GB';
  const messages = isGerman(known) ? { ...german } : {};
  return createIntl({ locale: known, defaultLocale: 'en-GB', messages, onError: () => undefined });
}

/** Of the page, for who reads it aloud: the words' language, whatever the numbers are. */
export function languageOf(intl: IntlShape): 'de' | 'en' {
  return isGerman(intl.locale) ? 'de' : 'en';
}

/** Where nobody's locale is known yet: the language the browser asks for first. */
export function intlAsked(acceptLanguage: string | undefined): IntlShape {
  return intlFor((acceptLanguage ?? '').split(/[,;]/, 1)[0]?.trim() ?? '');
}

function isGerman(locale: string): boolean {
  return locale === 'de' || locale.startsWith('de-');
}

function canonical(locale: string): string | undefined {
  try {
    const [known] = Intl.getCanonicalLocales(locale);
    // Some parts are well formed and mean nothing to anyone.
    return known !== undefined && Intl.NumberFormat.supportedLocalesOf(known).length > 0 ? known : undefined;
  } catch {
    return undefined;
  }
}
