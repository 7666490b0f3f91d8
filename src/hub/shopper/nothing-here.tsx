/** @jsxImportSource hono/jsx */
import { Page } from './page.tsx';
import { defineMessages, intlAsked, languageOf } from './words.ts';

const text = defineMessages({
  title: { id: 'shopper.nothingTitle', defaultMessage: 'Nothing at this address' },
  head: { id: 'shopper.nothing', defaultMessage: 'Nothing hangs here' },
  lead: {
    id: 'shopper.nothingLead',
    defaultMessage:
      'There is no page at this address. If you typed it from a label, compare it with the print once more.',
  },
  quiet: { id: 'shopper.nothingQuiet', defaultMessage: 'The people at the stall can look it up by the title.' },
});

/**
 * For an address or a printed code that leads nowhere (yet).
 * @param language as the browser asks for it
 */
export function NothingHere({ language }: { readonly language: string | undefined }) {
  const intl = intlAsked(language);
  return (
    <Page title={intl.formatMessage(text.title)} lang={languageOf(intl)}>
      <h1>{intl.formatMessage(text.head)}</h1>
      <p>{intl.formatMessage(text.lead)}</p>
      <p class="quiet">{intl.formatMessage(text.quiet)}</p>
    </Page>
  );
}
