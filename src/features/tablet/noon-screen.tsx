import { FormattedMessage } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import './tablet.css';

const text = defineMessages({
  title: { id: 'noon.title', defaultMessage: 'When it breaks at noon' },
  lead: { id: 'noon.lead', defaultMessage: 'Half a page. Sell first: paper and a pen are always allowed.' },
  network: { id: 'noon.network', defaultMessage: 'No network' },
  network1: {
    id: 'noon.network1',
    defaultMessage: 'Nothing to do. Sell on; every sale is saved on the tablet before you see “done”.',
  },
  network2: { id: 'noon.network2', defaultMessage: 'It is sent by itself when a network is back, today or next week.' },
  tablet: { id: 'noon.tablet', defaultMessage: 'The tablet is dead' },
  tablet1: { id: 'noon.tablet1', defaultMessage: 'Plug it in and open the till: the cart and all sales are there.' },
  tablet2: {
    id: 'noon.tablet2',
    defaultMessage: 'Take another tablet. Prints with a number on them sell from any tablet: tap the number you read.',
  },
  tablet3: {
    id: 'noon.tablet3',
    defaultMessage:
      'None? Paper: time, print, number, amount, how paid. Enter it later under the letter, “Sales on paper”.',
  },
  card: { id: 'noon.card', defaultMessage: 'The card reader is dead' },
  card1: {
    id: 'noon.card1',
    defaultMessage:
      'Was a card held to it? Tap “Cannot tell”: the sale stands, and it asks the day’s list later. Do not charge again.',
  },
  card2: { id: 'noon.card2', defaultMessage: 'Take cash, or the code your collective is paid by.' },
  printer: { id: 'noon.printer', defaultMessage: 'The printer is silent' },
  printer1: {
    id: 'noon.printer1',
    defaultMessage:
      'The sale is done all the same. Show the code on the receipt instead, or print it later from Sales.',
  },
  hub: { id: 'noon.hub', defaultMessage: 'The hub is gone' },
  hub1: {
    id: 'noon.hub1',
    defaultMessage: 'Sell on. You can close the day without it; late sales are added as an amendment.',
  },
  hub2: { id: 'noon.hub2', defaultMessage: 'To be safe, save the rescue file under the letter, “This tablet”.' },
  wrong: { id: 'noon.wrong', defaultMessage: 'A wrong sale' },
  wrong1: {
    id: 'noon.wrong1',
    defaultMessage:
      'Paid in cash, just now: “Undo sale”, for ten seconds. Later, or by card: Sales, the sale, the line, “Refund”.',
  },
  wrong2: {
    id: 'noon.wrong2',
    defaultMessage: 'Wrong number on the print? Refund it and sell the number that is on the paper.',
  },
});

const parts = [
  [text.network, [text.network1, text.network2]],
  [text.tablet, [text.tablet1, text.tablet2, text.tablet3]],
  [text.card, [text.card1, text.card2]],
  [text.printer, [text.printer1]],
  [text.hub, [text.hub1, text.hub2]],
  [text.wrong, [text.wrong1, text.wrong2]],
] as const;

/** What to do when something fails while people are waiting; it prints on one page. */
export function NoonScreen() {
  return (
    <Page title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />}>
      <div className="noon">
        {parts.map(([title, steps]) => (
          <section key={title.id}>
            <h2>
              <FormattedMessage {...title} />
            </h2>
            <ol>
              {steps.map((step) => (
                <li key={step.id}>
                  <FormattedMessage {...step} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Page>
  );
}
