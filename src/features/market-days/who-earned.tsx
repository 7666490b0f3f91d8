import { max } from 'd3-array';
import { FormattedMessage } from 'react-intl';
import type { DayLedger } from '../../domain/ledger/day-ledger.ts';
import type { PhotographerSummary } from '../../domain/ledger/ledger-sums.ts';
import { worksSold } from '../../domain/market-days/board.ts';
import { sum } from '../../domain/money.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Money, useMoney } from '../../ui/money.tsx';
import { defineMessages } from '../../ui/messages.ts';
import './who-earned.css';

const text = defineMessages({
  who: { id: 'earned.who', defaultMessage: 'Who earned what' },
  collective: { id: 'earned.collective', defaultMessage: 'The collective' },
  keep: { id: 'earned.keep', defaultMessage: 'Makers keep {makers}, the collective {collective}.' },
});

/** Takings by photographer, refunds taken off; both parts in words where the terms are known. */
export function WhoEarned({ ledger }: { readonly ledger: DayLedger }) {
  const money = useMoney();
  const { device } = useStall();
  const earned = ledger.photographers;
  if (earned.length === 0) return null;
  const most = max(earned, ({ takings }) => takings) ?? 0;
  // What the collective sells of its own is all its own.
  const known = earned.flatMap(
    ({ photographer, takings, shares }) =>
      shares ?? (photographer === '' ? { photographer: 0, collective: takings } : []),
  );
  const makers = sum(known.map(({ photographer }) => photographer));
  const collective = sum(known.map(({ collective: part }) => part));
  return (
    <section>
      <h2>
        <FormattedMessage {...text.who} />
      </h2>
      <ul className="who-earned">
        {earned.map((each) => (
          <Earned key={each.photographer} earned={each} most={most} ledger={ledger} />
        ))}
      </ul>
      {device.class === 'lead' && known.length === earned.length && (
        <p className="q">
          <FormattedMessage
            {...text.keep}
            values={{ makers: money.text(makers), collective: money.text(collective) }}
          />
        </p>
      )}
    </section>
  );
}

function Earned({
  earned,
  most,
  ledger,
}: {
  readonly earned: PhotographerSummary;
  readonly most: number;
  readonly ledger: DayLedger;
}) {
  const { catalogue } = useStall();
  const { photographer, takings } = earned;
  const best = worksSold(ledger.lines.filter((line) => line.photographer === photographer))[0];
  const url = usePicture(catalogue.workById.get(best?.work ?? '')?.picture?.small);
  const name = catalogue.photographerById.get(photographer)?.name;
  return (
    <li>
      <span className="earned-picture">{url && <img alt="" src={url} />}</span>
      <span className="earned-name">{name ?? <FormattedMessage {...text.collective} />}</span>
      <span className="earned-bar">
        <i style={{ inlineSize: most > 0 ? `${(Math.max(0, takings) / most) * 100}%` : 0 }} />
      </span>
      <b>
        <Money minor={takings} />
      </b>
    </li>
  );
}
