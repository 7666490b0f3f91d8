import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'wouter';
import type { Work } from '../../domain/catalogue/catalogue.ts';
import { buildSearchIndex, searchCatalogue } from '../../domain/catalogue/search.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import './catalogue.css';

const text = defineMessages({
  title: { id: 'works.title', defaultMessage: 'Works' },
  lead: {
    id: 'works.lead',
    defaultMessage:
      '{works, plural, one {# print} other {# prints}} and goods, {variants, plural, one {# form} other {# forms}} to sell',
  },
  add: { id: 'works.add', defaultMessage: 'Add a print' },
  hang: { id: 'works.hang', defaultMessage: 'Hang pictures' },
  search: { id: 'works.search', defaultMessage: 'Title, maker, size or SKU' },
  all: { id: 'works.all', defaultMessage: 'All' },
  unpriced: { id: 'works.unpriced', defaultMessage: 'No price yet' },
  away: { id: 'works.away', defaultMessage: 'Put away' },
  own: { id: 'works.own', defaultMessage: 'The collective' },
  which: { id: 'works.which', defaultMessage: 'Which works' },
  emptyTitle: { id: 'works.emptyTitle', defaultMessage: 'No prints on this wall yet.' },
  emptyAction: { id: 'works.emptyAction', defaultMessage: 'Hang the first one' },
  nothing: { id: 'works.nothing', defaultMessage: 'Nothing here by that name.' },
  edition: { id: 'works.edition', defaultMessage: 'Edition of {size}' },
  from: { id: 'works.from', defaultMessage: 'from {price}' },
  more: { id: 'works.more', defaultMessage: 'Show {count} more' },
});

const AT_ONCE = 120;

/** Everything that can be sold, with its picture; the way into each. */
export function WorksScreen() {
  const intl = useIntl();
  const { catalogue, device } = useStall();
  const isLead = device.class === 'lead';
  const [, go] = useLocation();
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState('all');
  const [most, setMost] = useState(AT_ONCE);
  const found = useFound(query);
  const hung = catalogue.works.filter(({ retired }) => !retired);
  const works = found.filter((work) => isShown(work, shown));
  const visible = works.slice(0, most);
  if (catalogue.works.length === 0) {
    return (
      <Page title={<FormattedMessage {...text.title} />}>
        <EmptyState
          title={<FormattedMessage {...text.emptyTitle} />}
          action={
            isLead && (
              <Button kind="go" onClick={() => go('/stock/works/new')}>
                <FormattedMessage {...text.emptyAction} />
              </Button>
            )
          }
        />
      </Page>
    );
  }
  return (
    <Page
      title={<FormattedMessage {...text.title} />}
      lead={
        <FormattedMessage
          {...text.lead}
          values={{ works: hung.length, variants: hung.reduce((sum, work) => sum + sold(work).length, 0) }}
        />
      }
      actions={
        isLead && (
          <>
            <Button icon="camera" onClick={() => go('/stock/hang')}>
              <FormattedMessage {...text.hang} />
            </Button>
            <Button kind="go" icon="plus" onClick={() => go('/stock/works/new')}>
              <FormattedMessage {...text.add} />
            </Button>
          </>
        )
      }
    >
      <div className="works-find">
        <Field
          label={intl.formatMessage(text.search)}
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <WorkChips works={hung} shown={shown} onShow={setShown} />
      </div>
      {works.length === 0 && (
        <p className="q">
          <FormattedMessage {...text.nothing} />
        </p>
      )}
      <ul className="works">
        {visible.map((work) => (
          <li key={work.id}>
            <WorkTile work={work} />
          </li>
        ))}
      </ul>
      {works.length > visible.length && (
        <div>
          <Button onClick={() => setMost(most + AT_ONCE)}>
            <FormattedMessage {...text.more} values={{ count: Math.min(AT_ONCE, works.length - visible.length) }} />
          </Button>
        </div>
      )}
    </Page>
  );
}

function WorkChips({
  works,
  shown,
  onShow,
}: {
  readonly works: readonly Work[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const unpriced = works.filter((work) => sold(work).length === 0).length;
  const away = catalogue.works.length - works.length;
  const makers = catalogue.photographers.filter(({ id }) => works.some(({ photographer }) => photographer === id));
  return (
    <Chips
      label={intl.formatMessage(text.which)}
      chosen={shown}
      onChoose={onShow}
      choices={[
        { id: 'all', label: intl.formatMessage(text.all) },
        ...(unpriced > 0 ? [{ id: 'unpriced', label: intl.formatMessage(text.unpriced), count: unpriced }] : []),
        ...makers.map(({ id, name }) => ({ id, label: name })),
        ...(away > 0 ? [{ id: 'away', label: intl.formatMessage(text.away), count: away }] : []),
      ]}
    />
  );
}

function WorkTile({ work }: { readonly work: Work }) {
  const intl = useIntl();
  const money = useMoney();
  const { catalogue, device } = useStall();
  const url = usePicture(work.picture?.medium);
  const variants = sold(work);
  const prices = variants.map(({ price }) => price);
  const lowest = Math.min(...prices);
  const price =
    prices.length === 0
      ? intl.formatMessage(text.unpriced)
      : prices.some((each) => each !== lowest)
        ? intl.formatMessage(text.from, { price: money.short(lowest) })
        : money.short(lowest);
  const ratio = work.picture ? `${work.picture.width} / ${work.picture.height}` : undefined;
  // A stall's tablet looks; what it wrote here, the hub would set aside.
  const body = (
    <>
      <span className="work-hung">
        {work.picture ? (
          <img alt="" src={url} style={{ aspectRatio: ratio }} />
        ) : (
          <span className="work-blank t">{work.title}</span>
        )}
      </span>
      <span className="t work-title">{work.title}</span>
      <span className={prices.length === 0 ? 'note strong' : 'work-price'}>{price}</span>
      <span className="note q">
        {catalogue.photographerById.get(work.photographer)?.name ?? intl.formatMessage(text.own)}
        {work.edition && ` · ${intl.formatMessage(text.edition, { size: work.edition.size })}`}
      </span>
    </>
  );
  if (device.class !== 'lead') return <div className="work-tile">{body}</div>;
  return (
    <Link className="work-tile" href={`/stock/works/${work.id}`}>
      {body}
    </Link>
  );
}

function useFound(query: string): readonly Work[] {
  const { catalogue } = useStall();
  const index = useMemo(
    () =>
      buildSearchIndex(
        catalogue.works.map((work) => ({
          id: work.id,
          title: work.title,
          photographer: catalogue.photographerById.get(work.photographer)?.name ?? '',
          sku: work.variants[0]?.sku ?? '',
          options: work.variants.flatMap(({ sku, size, paper, frame }) => [sku, size, paper, frame]),
          editionSize: work.edition?.size ?? null,
        })),
      ),
    [catalogue],
  );
  return useMemo(
    () => searchCatalogue(index, query).flatMap(({ id }) => catalogue.workById.get(id) ?? []),
    [index, query, catalogue],
  );
}

function isShown(work: Work, shown: string): boolean {
  if (shown === 'away') return work.retired;
  if (work.retired) return false;
  if (shown === 'unpriced') return sold(work).length === 0;
  return shown === 'all' || work.photographer === shown;
}

function sold(work: Work) {
  return work.variants.filter(({ retired }) => !retired);
}
