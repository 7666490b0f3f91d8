import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DayLedger } from '../../domain/ledger/day-ledger.ts';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { percent } from '../../ui/percent.ts';
import { tenderWords } from '../../ui/tender-text.ts';

const text = defineMessages({
  byTender: { id: 'ledger.byTender', defaultMessage: 'Ways of paying' },
  byRate: { id: 'ledger.byRate', defaultMessage: 'Tax' },
  byMaker: { id: 'ledger.byMaker', defaultMessage: 'Makers' },
  takings: { id: 'ledger.takings', defaultMessage: 'Takings' },
  sold: { id: 'ledger.sold', defaultMessage: 'Sold' },
  refunded: { id: 'ledger.refunded', defaultMessage: 'Given back' },
  refundedTwice: { id: 'ledger.refundedTwice', defaultMessage: 'Given back twice' },
  rounding: { id: 'ledger.rounding', defaultMessage: 'Cash rounding' },
  together: { id: 'ledger.together', defaultMessage: 'Together' },
  noTax: { id: 'ledger.noTax', defaultMessage: 'No tax' },
  rate: { id: 'ledger.rate', defaultMessage: '{rate}, net {net}' },
  collective: { id: 'ledger.collective', defaultMessage: 'The collective' },
  keeps: { id: 'ledger.keeps', defaultMessage: '{name} keeps {maker}, the collective {collective}' },
});

/** The day summed up: takings, ways of paying, tax, makers. Shares stand on a lead's tablet only. */
export function LedgerSums({ ledger }: { readonly ledger: DayLedger }) {
  return (
    <div className="ledger-sums">
      <Totals ledger={ledger} />
      <ByTender ledger={ledger} />
      <ByRate ledger={ledger} />
      <ByMaker ledger={ledger} />
    </div>
  );
}

function Totals({ ledger }: { readonly ledger: DayLedger }) {
  const { takings, refunded, refundedTwice, rounding, tenders } = ledger.totals;
  return (
    <section>
      <h2>
        <FormattedMessage {...text.takings} />
      </h2>
      <p className="ledger-total">
        <Money minor={takings - refunded} sign />
      </p>
      <dl>
        <SumRow label={<FormattedMessage {...text.sold} />} minor={takings} />
        {refunded !== 0 && <SumRow label={<FormattedMessage {...text.refunded} />} minor={0 - refunded} />}
        {refundedTwice !== 0 && (
          <SumRow label={<FormattedMessage {...text.refundedTwice} />} minor={0 - refundedTwice} />
        )}
        {rounding !== 0 && <SumRow label={<FormattedMessage {...text.rounding} />} minor={rounding} />}
        <SumRow label={<FormattedMessage {...text.together} />} minor={tenders} isSum />
      </dl>
    </section>
  );
}

function ByTender({ ledger }: { readonly ledger: DayLedger }) {
  const intl = useIntl();
  return (
    <section>
      <h2>
        <FormattedMessage {...text.byTender} />
      </h2>
      <dl>
        {ledger.byTender.map(({ key, amount }) => (
          <SumRow key={key} label={tenderWords(intl, key)} minor={amount} />
        ))}
        <SumRow label={<FormattedMessage {...text.together} />} minor={ledger.totals.tenders} isSum />
      </dl>
    </section>
  );
}

function ByRate({ ledger }: { readonly ledger: DayLedger }) {
  const intl = useIntl();
  const money = useMoney();
  return (
    <section>
      <h2>
        <FormattedMessage {...text.byRate} />
      </h2>
      <dl>
        {ledger.taxes.map(({ rate, net, tax }) => (
          <SumRow
            key={rate ?? 'none'}
            label={
              rate === null ? (
                <FormattedMessage {...text.noTax} />
              ) : (
                <FormattedMessage
                  {...text.rate}
                  values={{ rate: percent(intl, rate / 1_000_000), net: money.text(net) }}
                />
              )
            }
            minor={tax}
          />
        ))}
        <SumRow label={<FormattedMessage {...text.together} />} minor={ledger.totals.tax} isSum />
      </dl>
    </section>
  );
}

function ByMaker({ ledger }: { readonly ledger: DayLedger }) {
  const money = useMoney();
  const { catalogue, device } = useStall();
  return (
    <section className="ledger-makers">
      <h2>
        <FormattedMessage {...text.byMaker} />
      </h2>
      <dl>
        {ledger.photographers.map(({ photographer, takings, shares }) => {
          const name = catalogue.photographerById.get(photographer)?.name;
          return (
            <div key={photographer} className="sum-row maker">
              <dt>{name ?? <FormattedMessage {...text.collective} />}</dt>
              <dd>
                <Money minor={takings} />
              </dd>
              {name && shares && device.class === 'lead' && (
                <dd className="note q maker-keeps">
                  <FormattedMessage
                    {...text.keeps}
                    values={{
                      name: name.split(' ')[0],
                      maker: money.text(shares.photographer),
                      collective: money.text(shares.collective),
                    }}
                  />
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function SumRow({
  label,
  minor,
  isSum = false,
}: {
  readonly label: ReactNode;
  readonly minor: number;
  readonly isSum?: boolean;
}) {
  return (
    <div className={isSum ? 'sum-row last' : 'sum-row'}>
      <dt>{label}</dt>
      <dd>
        <Money minor={minor} />
      </dd>
    </div>
  );
}
