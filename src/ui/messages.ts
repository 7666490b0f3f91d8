import type { MessageDescriptor } from 'react-intl';

interface Text {
  readonly id: string;
  /** English; ICU message syntax. */
  readonly defaultMessage: string;
}

/**
 * Names a screen's texts; the extractor finds them by this function's name. Plainly typed, because react-intl's own
 * version types each message's values in a way that exact optional properties refuse.
 */
export function defineMessages<K extends string>(
  texts: Readonly<Record<K, Text>>,
): Readonly<Record<K, MessageDescriptor>> {
  return texts;
}
