import { group } from 'd3-array';
import { FormattedMessage } from 'react-intl';
import type { Variant, Work } from '../../domain/catalogue/catalogue.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';

const text = defineMessages({
  title: { id: 'choice.title', defaultMessage: 'Of which' },
  chosen: { id: 'choice.chosen', defaultMessage: '{count, plural, =0 {} one {# chosen} other {# chosen}}' },
  all: { id: 'choice.all', defaultMessage: 'All of them' },
  none: { id: 'choice.none', defaultMessage: 'None' },
  unsized: { id: 'choice.unsized', defaultMessage: 'Without a size' },
});

/** A set of forms, size by size: a price row is nearly always "the small ones". */
export function VariantChoice({
  chosen,
  onChange,
}: {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { catalogue } = useStall();
  const money = useMoney();
  const sellable = catalogue.works
    .filter(({ retired }) => !retired)
    .flatMap((work) => work.variants.filter(({ retired }) => !retired).map((variant) => ({ work, variant })));
  const sizes = [...group(sellable, ({ variant }) => variant.size)];
  const set = (ids: readonly string[], isIn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isIn) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };
  return (
    <div className="form-part">
      <h2>
        <FormattedMessage {...text.title} />{' '}
        <span className="q note">
          <FormattedMessage {...text.chosen} values={{ count: chosen.size }} />
        </span>
      </h2>
      {sizes.map(([size, items]) => {
        const ids = items.map(({ variant }) => variant.id);
        const isAll = ids.every((id) => chosen.has(id));
        return (
          <fieldset key={size} className="choice">
            <legend className="strong">{size || <FormattedMessage {...text.unsized} />}</legend>
            <Button size="small" onClick={() => set(ids, !isAll)}>
              <FormattedMessage {...(isAll ? text.none : text.all)} />
            </Button>
            {items.map((item) => (
              <label key={item.variant.id} className="choice-row">
                <input
                  type="checkbox"
                  checked={chosen.has(item.variant.id)}
                  onChange={(event) => set([item.variant.id], event.target.checked)}
                />
                <span className="grow">{nameOf(item)}</span>
                <span className="q">{money.text(item.variant.price)}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

function nameOf({ work, variant }: { readonly work: Work; readonly variant: Variant }) {
  const more = [variant.paper, variant.frame].filter(Boolean).join(', ');
  return (
    <>
      <span className="t">{work.title}</span>
      {more && <span className="q"> · {more}</span>}
    </>
  );
}
