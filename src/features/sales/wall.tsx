import { useEffect, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips, type ChipChoice } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { PrintTile } from './print-tile.tsx';
import { useTill } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import { useFound, type WallData } from './use-wall.ts';
import './wall.css';

const text = defineMessages({
  find: { id: 'till.find', defaultMessage: 'Find a print, a maker, a copy' },
  scan: { id: 'till.scan', defaultMessage: 'Scan' },
  show: { id: 'till.show', defaultMessage: 'Show' },
  whole: { id: 'till.wholeWall', defaultMessage: 'Whole wall' },
  editions: { id: 'till.editions', defaultMessage: 'Editions' },
  merch: { id: 'till.merch', defaultMessage: 'Merch' },
  nothing: { id: 'till.nothingFound', defaultMessage: 'Nothing called “{text}” hangs here' },
  nothingHint: { id: 'till.nothingFoundHint', defaultMessage: 'Look for another word, or sell it as an amount.' },
  all: { id: 'till.showAll', defaultMessage: 'Show the whole wall' },
  bare: { id: 'till.bareWall', defaultMessage: 'No prints on this wall yet' },
  bareHint: { id: 'till.bareWallHint', defaultMessage: 'The till already works: type an amount and sell.' },
  hang: { id: 'till.hangFirst', defaultMessage: 'Hang the first one' },
});

/** As many tiles as a first look needs; the rest follow while one scrolls. */
const PAGE = 60;

/** Search, chips and the pictures. Nothing on it moves by itself. */
export function Wall({ wall, cart }: { readonly wall: WallData; readonly cart: CartActions }) {
  const intl = useIntl();
  const { till } = useTill();
  const [chip, setChip] = useState('all');
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(PAGE);
  const chips = useChips(wall);
  const found = useFound(wall.tiles, chip, query);
  const grid = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const more = useRef<HTMLLIElement>(null);
  useArrows(grid);
  useSlashKey(search);
  useEffect(() => {
    const element = more.current;
    if (!element) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && setShown((count) => count + PAGE), {
      rootMargin: '800px',
    });
    seen.observe(element);
    return () => seen.disconnect();
  });
  const tap = (work: string, asked: number | null) => {
    const variant = found.find((tile) => tile.work === work);
    if (variant?.size && variant.left === 0) cart.chooseCopy(work);
    else if (asked === null) cart.addWork(work);
    else cart.addAsked(work, asked);
    setQuery('');
  };
  const taps = useStableTap(found, tap);
  return (
    <div className="wall">
      <div className="find">
        <label className="search">
          <Icon name="search" />
          <input
            ref={search}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            value={query}
            placeholder={intl.formatMessage(text.find)}
            aria-label={intl.formatMessage(text.find)}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setQuery('');
            }}
          />
        </label>
        <Button className="scan" icon="scan" onClick={() => till.setState({ sheet: { kind: 'scan' } })}>
          <FormattedMessage {...text.scan} />
        </Button>
      </div>
      <Chips label={intl.formatMessage(text.show)} choices={chips} chosen={chip} onChoose={setChip} />
      {found.length > 0 && (
        <ul className="wall-grid" ref={grid}>
          {found.slice(0, shown).map((tile) => (
            <li key={tile.work}>
              <PrintTile tile={tile} onTap={taps} onChoose={cart.chooseCopy} />
            </li>
          ))}
          {found.length > shown && <li ref={more} />}
        </ul>
      )}
      {found.length === 0 && wall.tiles.length > 0 && (
        <EmptyState
          title={<FormattedMessage {...text.nothing} values={{ text: query }} />}
          action={
            <Button
              onClick={() => {
                setQuery('');
                setChip('all');
              }}
            >
              <FormattedMessage {...text.all} />
            </Button>
          }
        >
          <FormattedMessage {...text.nothingHint} />
        </EmptyState>
      )}
      {wall.tiles.length === 0 && (
        <EmptyState
          title={<FormattedMessage {...text.bare} />}
          action={
            <Link href="/start" className="btn go normal">
              <FormattedMessage {...text.hang} />
            </Link>
          }
        >
          <FormattedMessage {...text.bareHint} />
        </EmptyState>
      )}
    </div>
  );
}

function useChips(wall: WallData): readonly ChipChoice[] {
  const intl = useIntl();
  const { catalogue } = useStall();
  return useMemo(() => {
    const works = wall.tiles.map((tile) => tile.work);
    const tags = new Map<string, number>();
    const makers = new Set<string>();
    for (const id of works) {
      const work = catalogue.workById.get(id);
      if (work?.photographer) makers.add(work.photographer);
      for (const tag of work?.tags ?? []) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    }
    const common = [...tags].filter(([, count]) => count > 1).slice(0, 3);
    return [
      { id: 'all', label: intl.formatMessage(text.whole) },
      ...common.map(([tag]) => ({ id: `tag:${tag}`, label: tag })),
      ...(wall.tiles.some((tile) => tile.size > 0)
        ? [{ id: 'editions', label: intl.formatMessage(text.editions) }]
        : []),
      ...(wall.tiles.some((tile) => tile.merch) ? [{ id: 'merch', label: intl.formatMessage(text.merch) }] : []),
      ...catalogue.photographers
        .filter(({ id }) => makers.size > 1 && makers.has(id))
        .map(({ id, name }) => ({ id: `by:${id}`, label: name.split(' ')[0] ?? name })),
    ];
  }, [wall.tiles, catalogue, intl]);
}

/** One function for all tiles, so that a tile is drawn again only when its own values change. */
function useStableTap(
  found: readonly { readonly work: string; readonly asked: number | null }[],
  tap: (work: string, asked: number | null) => void,
): (work: string) => void {
  const latest = useRef({ found, tap });
  useEffect(() => {
    latest.current = { found, tap };
  });
  const [stable] = useState(() => (work: string) => {
    const { found, tap } = latest.current;
    tap(work, found.find((tile) => tile.work === work)?.asked ?? null);
  });
  return stable;
}

/** Arrows walk the grid by row and column. */
function useArrows(grid: React.RefObject<HTMLUListElement | null>): void {
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const onKey = (event: KeyboardEvent) => {
      const tiles = [...element.querySelectorAll<HTMLElement>('.tile')];
      const at = tiles.indexOf(document.activeElement as HTMLElement);
      if (at < 0) return;
      const top = tiles[0]?.getBoundingClientRect().top;
      const columns = Math.max(1, tiles.filter((tile) => tile.getBoundingClientRect().top === top).length);
      const rtl = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
      const moves: Record<string, number> = { ArrowRight: rtl, ArrowLeft: -rtl, ArrowDown: columns, ArrowUp: -columns };
      const move = moves[event.key];
      if (move === undefined) return;
      tiles[at + move]?.focus();
      event.preventDefault();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  });
}

function useSlashKey(search: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event)) return;
      search.current?.focus();
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [search]);
}

/** Whether a key belongs to a field, a dialog or the system, and not to the till. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    Boolean(target?.closest('input, textarea, select, dialog, [contenteditable]'))
  );
}
