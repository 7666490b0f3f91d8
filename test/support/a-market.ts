import type { FactText } from '../../src/journal/entry.ts';
import { hashText } from '../../src/journal/hash.ts';
import { fact } from '../../src/domain/fact.ts';
import { marketDayId } from '../../src/domain/market-days/days.ts';
import { addGoods, emptyCart } from '../../src/domain/sales/cart.ts';
import { completeSale, receiptNumber } from '../../src/domain/sales/complete-sale.ts';
import type { Goods } from '../../src/domain/sales/goods.ts';
import type { PriceRow } from '../../src/domain/sales/price-rows.ts';
import { priceCart } from '../../src/domain/sales/pricing.ts';
import type { SaleCompleted } from '../../src/domain/sales/facts.ts';
import { cardTender, cashTender } from '../../src/domain/sales/tenders.ts';
import { instantOf } from '../../src/domain/time.ts';
import { done } from '../../src/domain/result.ts';
import { commit } from '../../src/store/commit.ts';
import { writeMeta } from '../../src/store/device.ts';
import { aTablet, type TestTablet } from './a-tablet.ts';

/** A work as a test names it: one size, one price, three numbers of tax at will. */
export interface WorkGiven {
  readonly id: string;
  readonly title: string;
  readonly photographer: string;
  readonly price: number;
  /** Pieces counted at the stall; none: never counted. */
  readonly stock?: number;
  /** Millionths. */
  readonly rate?: number;
  readonly picture?: { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
}

interface MarketGiven {
  readonly date: string;
  readonly name?: string;
  readonly currency?: string;
  readonly locale?: string;
  readonly zone?: string;
  readonly cashRounding?: number;
  readonly works?: readonly WorkGiven[];
  readonly letters?: string;
  readonly collective?: string;
}

/** A tablet of a small collective with works, two photographers' terms and one planned market. */
export class Market {
  readonly tablet: TestTablet;
  readonly given: MarketGiven;
  readonly day: string;
  /** Receipt numbers given out so far. */
  receipts = 0;

  constructor(tablet: TestTablet, given: MarketGiven, day: string) {
    this.tablet = tablet;
    this.given = given;
    this.day = day;
  }

  get zone(): string {
    return this.given.zone ?? 'Europe/Berlin';
  }

  get drawer(): string {
    return `drawer-${this.tablet.key.device}`;
  }

  at(time: string, date = this.given.date): void {
    this.tablet.setClock(instantOf(date, time, this.zone));
  }

  async open(time: string, counted: number | null): Promise<void> {
    this.at(time);
    const fields = {
      name: this.given.name ?? 'Harbour Market',
      venue: 'Old Quay',
      date: this.given.date,
      zone: this.zone,
    };
    await this.write(
      fact('marketDay.opened', this.day, {
        marketDay: this.day,
        fields: { ...fields, place: 'stall', opens: '10:00', closes: '17:00' },
        taxIncluded: true,
      }),
      fact('drawer.opened', this.drawer, { drawer: this.drawer, letters: this.given.letters ?? 'A', counted }),
    );
    await writeMeta(this.tablet.db, 'day', this.day);
  }

  /** Sells pieces of works, cash with exact change or by card; returns what was written. */
  async sell(
    time: string,
    items: Readonly<Record<string, number>>,
    how: { readonly card?: boolean; readonly rows?: readonly PriceRow[]; readonly date?: string } = {},
  ): Promise<SaleCompleted> {
    this.at(time, how.date);
    let cart = emptyCart(hashText(`sale ${this.given.letters} ${++this.receipts}`).slice(0, 22));
    for (const [id, quantity] of Object.entries(items)) {
      for (let piece = 0; piece < quantity; piece++) {
        const added = addGoods(cart, `line-${id}`, this.goods(id));
        if (!added.ok) throw new Error(added.problem.kind);
        cart = added.value;
      }
    }
    const priced = priceCart(cart, { taxIncluded: true, rows: [...(how.rows ?? [])] });
    const step = Math.max(1, this.given.cashRounding ?? 1);
    const tender = how.card ? cardTender(priced.total) : cashTender(priced.total, null, step);
    const made = completeSale(priced, [tender], {
      device: this.tablet.key.device,
      drawer: this.drawer,
      place: 'stall',
      currency: this.given.currency ?? 'EUR',
      cashStep: step,
      receipt: receiptNumber(this.given.letters ?? 'A', this.receipts),
      secret: hashText(cart.id).slice(0, 22),
      isKnownSale: false,
      copies: new Map(),
      openAttempt: null,
    });
    if (!made.ok) throw new Error(made.problem.kind);
    await this.write(fact('sale.completed', made.value.sale, made.value));
    return made.value;
  }

  goods(id: string): Goods {
    const work = this.given.works?.find((each) => each.id === id);
    if (!work) throw new Error(`no work ${id}`);
    return {
      variant: `${id}-v`,
      work: id,
      photographer: work.photographer,
      terms: `terms-${work.photographer}`,
      sku: id.toUpperCase(),
      title: work.title,
      label: '30 × 20, baryta',
      price: work.price,
      floor: null,
      taxRates: [work.rate ?? 70_000],
      edition: null,
    };
  }

  /** Writes under this market's day. */
  async write(...facts: readonly FactText[]): Promise<void> {
    const { db, author } = this.tablet;
    const written = await commit(db, { ...author, day: this.day }, () =>
      Promise.resolve(done({ facts, receipts: this.receipts })),
    );
    if (!written.ok) throw new Error(JSON.stringify(written.problem));
  }
}

export async function aMarket(given: MarketGiven): Promise<Market> {
  const collective = given.collective ?? 'lumen-test';
  const tablet = await aTablet({ collective, letters: given.letters ?? 'A' });
  const day = marketDayId(collective, given.name ?? 'Harbour Market', given.date, '');
  const market = new Market(tablet, given, day);
  market.at('08:00');
  const zone = market.zone;
  await tablet.write(
    fact('collective.revised', 'own', {
      fields: {
        name: 'Lumen Row',
        currency: given.currency ?? 'EUR',
        locale: given.locale ?? 'en-GB',
        zone,
        taxIncluded: true,
        cashRounding: given.cashRounding ?? 0,
      },
    }),
    fact('marketDay.revised', day, {
      marketDay: day,
      fields: {
        name: given.name ?? 'Harbour Market',
        venue: 'Old Quay',
        place: 'stall',
        date: given.date,
        opens: '10:00',
        closes: '17:00',
        zone,
        float: 10_000,
        taxIncluded: true,
      },
    }),
  );
  for (const name of new Set(given.works?.map(({ photographer }) => photographer))) {
    const terms = `terms-${name}`;
    await tablet.write(
      fact('photographer.revised', name, { photographer: name, fields: { name, terms } }),
      fact('terms.agreed', terms, { terms, photographer: name, photographerKeeps: 7000 }),
    );
  }
  for (const [position, work] of (given.works ?? []).entries()) await hang(tablet, work, position);
  return market;
}

async function hang(tablet: TestTablet, work: WorkGiven, position: number): Promise<void> {
  const { id, title, photographer, price, stock, rate = 70_000, picture } = work;
  const hash = picture ? hashText(`picture ${id}`) : '';
  if (picture) {
    const bytes = new Uint8Array(picture.bytes).buffer;
    await tablet.db.media.put({ hash, type: 'image/webp', bytes, sent: 1 });
  }
  const shown = picture && { small: hash, medium: hash, width: picture.width, height: picture.height };
  await tablet.write(
    fact('work.revised', id, {
      work: id,
      fields: { title, photographer, position, kind: 'print', ...(shown ? { picture: shown } : {}) },
      variants: [{ variant: `${id}-v`, fields: { sku: id.toUpperCase(), size: '30 × 20', price, taxRates: [rate] } }],
    }),
    ...(stock === undefined
      ? []
      : [fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: `${id}-v`, quantity: stock }] })]),
  );
}
