import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CashMove } from '../../domain/ledger/cash-moves.ts';
import type { DayLedger } from '../../domain/ledger/day-ledger.ts';
import type { LedgerLine } from '../../domain/ledger/ledger-lines.ts';
import type { LedgerTender } from '../../domain/ledger/ledger-tenders.ts';
import { wallClock } from '../../domain/time.ts';
import { useStall } from '../../store/stall.tsx';
import { Money } from '../../ui/money.tsx';
import { tenderWords } from '../../ui/tender-text.ts';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({
  lines: { id: 'ledger.lines', defaultMessage: 'Lines' },
  tenders: { id: 'ledger.tenders', defaultMessage: 'Payments' },
  moves: { id: 'ledger.moves', defaultMessage: 'Cash in and out' },
  time: { id: 'ledger.time', defaultMessage: 'Time' },
  receipt: { id: 'ledger.receipt', defaultMessage: 'Receipt' },
  what: { id: 'ledger.what', defaultMessage: 'What' },
  paid: { id: 'ledger.paid', defaultMessage: 'Paid' },
  pieces: { id: 'ledger.pieces', defaultMessage: 'Pieces' },
  refund: { id: 'ledger.refund', defaultMessage: 'back: {title}' },
  void: { id: 'ledger.void', defaultMessage: 'undone: {title}' },
  twice: { id: 'ledger.twice', defaultMessage: 'back a second time: {title}' },
  rounded: { id: 'ledger.rounded', defaultMessage: 'Cash rounding' },
  floatMove: { id: 'ledger.float', defaultMessage: 'Float' },
  uncounted: { id: 'ledger.uncounted', defaultMessage: 'not counted' },
  counted: { id: 'ledger.counted', defaultMessage: 'Counted, {z}' },
  none: { id: 'ledger.nothing', defaultMessage: 'None.' },
});

/** Everything the sums are made of. */
export function LedgerTables({ ledger, zone }: { readonly ledger: DayLedger; readonly zone: string }) {
  return (
    <>
      <Table title={<FormattedMessage {...text.lines} />} hasPieces>
        {ledger.lines.map((line) => (
          <LineRow key={`${line.fact}:${line.kind}:${line.line}`} row={line} zone={zone} />
        ))}
      </Table>
      <Table title={<FormattedMessage {...text.tenders} />}>
        {ledger.tenders.map((tender) => (
          <TenderRow key={`${tender.fact}:${tender.part}`} row={tender} zone={zone} />
        ))}
      </Table>
      <Table title={<FormattedMessage {...text.moves} />}>
        {ledger.cashMoves.map((move) => (
          <MoveRow key={move.fact} row={move} zone={zone} />
        ))}
      </Table>
    </>
  );
}

function Table({
  title,
  hasPieces = false,
  children,
}: {
  readonly title: ReactNode;
  readonly hasPieces?: boolean;
  readonly children: readonly ReactNode[];
}) {
  return (
    <section className="ledger-table">
      <h2>{title}</h2>
      {children.length === 0 ? (
        <p className="q">
          <FormattedMessage {...text.none} />
        </p>
      ) : (
        <table>
          <thead className="note q">
            <tr>
              <th scope="col">
                <FormattedMessage {...text.time} />
              </th>
              <th scope="col">
                <FormattedMessage {...text.receipt} />
              </th>
              <th scope="col">
                <FormattedMessage {...text.what} />
              </th>
              {hasPieces && (
                <th scope="col" className="ledger-figure">
                  <FormattedMessage {...text.pieces} />
                </th>
              )}
              <th scope="col" className="ledger-figure">
                <FormattedMessage {...text.paid} />
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
    </section>
  );
}

function LineRow({ row, zone }: { readonly row: LedgerLine; readonly zone: string }) {
  const { catalogue } = useStall();
  const maker = catalogue.photographerById.get(row.photographer)?.name;
  const numbers = row.copies.flatMap(({ number }) => number ?? []);
  return (
    <tr className={row.paid < 0 ? 'back' : ''}>
      <Time at={row.at} zone={zone} />
      <td>{row.receipt}</td>
      <td>
        <LineTitle row={row} />
        <span className="note q ledger-label">
          {[row.label, numbers.length > 0 ? numbers.join(', ') : '', maker].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className="ledger-figure">{row.kind === 'rounding' ? '' : String(row.quantity).replace('-', '−')}</td>
      <td className="ledger-figure">
        <Money minor={row.paid} />
      </td>
    </tr>
  );
}

function LineTitle({ row: { kind, title } }: { readonly row: LedgerLine }) {
  const name = <span className="t">{title}</span>;
  if (kind === 'sale') return name;
  if (kind === 'rounding') return <FormattedMessage {...text.rounded} />;
  const message = kind === 'void' ? text.void : kind === 'refund' ? text.refund : text.twice;
  return <FormattedMessage {...message} values={{ title: name }} />;
}

function TenderRow({ row, zone }: { readonly row: LedgerTender; readonly zone: string }) {
  const intl = useIntl();
  return (
    <tr className={row.amount < 0 ? 'back' : ''}>
      <Time at={row.at} zone={zone} />
      <td>{row.receipt}</td>
      <td>
        {tenderWords(intl, row.key)}
        {row.tender.reference && <span className="note q ledger-label">{row.tender.reference}</span>}
      </td>
      <td className="ledger-figure">
        <Money minor={row.amount} />
      </td>
    </tr>
  );
}

function MoveRow({ row, zone }: { readonly row: CashMove; readonly zone: string }) {
  return (
    <tr>
      <Time at={row.at} zone={zone} />
      <td>{row.z}</td>
      <td>
        {row.kind === 'float' && <FormattedMessage {...text.floatMove} />}
        {row.kind === 'counted' && <FormattedMessage {...text.counted} values={{ z: row.z }} />}
        {row.reason && <span className={row.kind === 'counted' ? 'note q ledger-label' : ''}>{row.reason}</span>}
      </td>
      <td className="ledger-figure">
        {row.amount === null ? <FormattedMessage {...text.uncounted} /> : <Money minor={row.amount} />}
      </td>
    </tr>
  );
}

function Time({ at, zone }: { readonly at: number; readonly zone: string }) {
  return <td className="q">{wallClock(at, zone).time.slice(0, 5)}</td>;
}
