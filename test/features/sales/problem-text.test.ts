import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { problemText } from '../../../src/features/sales/problem-text.ts';
import { german } from '../../../src/ui/text/de.ts';
import { aStall } from '../../support/a-stall.ts';

const at = Date.UTC(2026, 5, 13, 9, 2);
const hour = 3_600_000;
const english = createIntl({ locale: 'en-GB', onError: () => undefined });

async function words(device: 'own' | 'other' | 'unknown', now: number, intl = english) {
  const stall = await aStall();
  const other = { ...stall.catalogue, tablets: [{ id: 'device-b', letters: 'B', name: 'Tablet B' }] } as never;
  const sold = {
    kind: 'copy-sold' as const,
    key: 'harbour:7',
    edition: 'harbour',
    number: 7,
    title: 'Harbour, 5 a.m.',
    sale: 'sale-9',
    device: device === 'own' ? stall.device.key.device : device === 'other' ? 'device-b' : 'device-c',
    at,
  };
  return problemText(intl, sold, { ...stall, catalogue: other, zone: 'Europe/Berlin', now: () => now });
}

test('a copy that was sold is named with its edition, the tablet that sold it and the time', async () => {
  expect(await words('other', at + hour)).toMatch(/^Harbour, 5 a\.m\., copy 7\/25, was sold on tablet B at 11:02\. /);
  expect(await words('own', at + hour)).toMatch(/was sold on tablet A at 11:02\. /);
  expect(await words('unknown', at + hour)).toMatch(/was sold at 11:02\. /);
  const intl = createIntl({ locale: 'de', messages: { ...german } });
  expect(await words('other', at + hour, intl)).toMatch(/Exemplar 7\/25, wurde um 11:02 an Tablet B verkauft\. /);
});

test('a copy that was sold on another day is named with that day', async () => {
  expect(await words('other', at + 24 * hour)).toMatch(/was sold on tablet B on Sat,? 13 June at 11:02\. /);
  // Still the same hour apart, but past midnight at the stall.
  expect(await words('other', Date.UTC(2026, 5, 13, 22, 30))).toMatch(/ on Sat,? 13 June /);
});
