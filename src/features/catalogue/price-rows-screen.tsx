import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PriceRow } from '../../domain/catalogue/catalogue.ts';
import { useStall } from '../../store/stall.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { PriceRowSheet } from './price-row-sheet.tsx';

const text = defineMessages({
  title: { id: 'rows.title', defaultMessage: 'Price rows' },
  lead: {
    id: 'rows.lead',
    defaultMessage: '“Any 2 small prints for 45”: the till applies them by itself, always the best for the shopper.',
  },
  add: { id: 'rows.add', defaultMessage: 'Add a price row' },
  row: { id: 'rows.row', defaultMessage: 'Any {quantity} for {price}' },
  over: { id: 'rows.over', defaultMessage: '{count, plural, one {# form} other {# forms}} to choose from' },
  away: { id: 'rows.away', defaultMessage: 'not used any more' },
  edit: { id: 'rows.edit', defaultMessage: 'Change {name}' },
  none: { id: 'rows.none', defaultMessage: 'None yet. Each print has its own price.' },
});

/** "Any 2 for 45" over a chosen set. */
export function PriceRowsScreen() {
  const { catalogue } = useStall();
  const [open, setOpen] = useState<{ readonly id: string | undefined }>();
  const rows = catalogue.priceRows.toSorted((a, b) => Number(a.retired) - Number(b.retired));
  return (
    <Page
      title={<FormattedMessage {...text.title} />}
      lead={<FormattedMessage {...text.lead} />}
      actions={
        <Button kind="go" icon="plus" onClick={() => setOpen({ id: undefined })}>
          <FormattedMessage {...text.add} />
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="q">
          <FormattedMessage {...text.none} />
        </p>
      ) : (
        <ul className="entries form">
          {rows.map((row) => (
            <Line key={row.id} row={row} onEdit={() => setOpen({ id: row.id })} />
          ))}
        </ul>
      )}
      {open && <PriceRowSheet id={open.id} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Line({ row, onEdit }: { readonly row: PriceRow; readonly onEdit: () => void }) {
  const intl = useIntl();
  const money = useMoney();
  const said = intl.formatMessage(text.row, { quantity: row.quantity, price: money.short(row.price) });
  return (
    <li>
      <div className="grow">
        <b>{row.name || said}</b>
        <div className="q">
          {row.name && `${said} · `}
          <FormattedMessage {...text.over} values={{ count: row.variants.length }} />
          {row.retired && (
            <>
              {' · '}
              <FormattedMessage {...text.away} />
            </>
          )}
        </div>
      </div>
      <IconButton icon="edit" label={intl.formatMessage(text.edit, { name: row.name || said })} onClick={onEdit} />
    </li>
  );
}
