import { useIntl } from 'react-intl';
import type { DrawerSums } from '../../domain/market-days/sums.ts';
import { Money } from '../../ui/money.tsx';
import { tenderWords } from '../../ui/tender-text.ts';
import './tender-bar.css';

/** Ways of paying, as wide as what they brought; what was paid back is only written. */
export function TenderBar({ tenders }: { readonly tenders: DrawerSums['tenders'] }) {
  const intl = useIntl();
  const found = Object.entries(tenders)
    .filter(([, amount]) => amount !== 0)
    .toSorted(([, a], [, b]) => b - a);
  if (found.length === 0) return null;
  return (
    <ul className="tender-bar">
      {found.map(([key, amount]) => (
        <li key={key} style={{ flexGrow: Math.max(1, amount) }}>
          <b>
            <Money minor={amount} />
          </b>
          {tenderWords(intl, key)}
        </li>
      ))}
    </ul>
  );
}
