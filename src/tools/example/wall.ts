// What hangs on the wall of Lumen Row, at what price, and how well it is liked. The collective and its people are fictional.

/** A work sold from a numbered edition. */
export interface NumberedWork {
  readonly edition: number;
  /** Of the main size, in minor units. */
  readonly price: number;
  readonly size: string;
  /** Pieces a market of ordinary size would sell of the main size, if there were enough. */
  readonly liked: number;
  /** Main-size copies brought to each of the four markets. */
  readonly brought: readonly [number, number, number, number];
  /** The numbers are on the prints; otherwise the sheets are blank and get theirs when they are sold. */
  readonly isMarked: boolean;
  /** From this copy number on, so much more. */
  readonly ladder?: { readonly from: number; readonly add: number };
  /** Only in the main size. */
  readonly isOneSize?: true;
}

/** A small open print, at the price of the row "Any 2 small prints". */
interface OpenWork {
  readonly size: string;
  readonly liked: number;
  /** How many lie on the table when a market opens. */
  readonly table: number;
  /** Also large. */
  readonly large?: string;
  /** Also small in a frame. */
  readonly isFramed?: true;
}

const FEW = [2, 1, 1, 1] as const;

/** By the picture's file name without its ending. */
export const numbered: Readonly<Record<string, NumberedWork>> = {
  harbour: { edition: 25, price: 9500, size: '30 × 45', liked: 6, brought: [7, 6, 5, 4], isMarked: true },
  swim: {
    edition: 10,
    price: 13000,
    size: '40 × 60',
    liked: 2.6,
    brought: [3, 2, 3, 2],
    isMarked: true,
    isOneSize: true,
  },
  lido: { edition: 30, price: 8500, size: '30 × 45', liked: 0.6, brought: FEW, isMarked: true },
  ice: { edition: 20, price: 11000, size: '40 × 60', liked: 0.3, brought: FEW, isMarked: false },
  ridges: {
    edition: 15,
    price: 12000,
    size: '40 × 60',
    liked: 1.3,
    brought: [3, 2, 2, 2],
    isMarked: true,
    ladder: { from: 11, add: 3000 },
  },
  fell: { edition: 20, price: 9500, size: '30 × 45', liked: 0.7, brought: [2, 2, 1, 1], isMarked: true },
  hut: { edition: 25, price: 9000, size: '30 × 45', liked: 0.6, brought: FEW, isMarked: true },
  tarn: { edition: 20, price: 11000, size: '40 × 60', liked: 0.3, brought: FEW, isMarked: false },
  rain: { edition: 40, price: 8500, size: '30 × 45', liked: 5, brought: [7, 7, 6, 7], isMarked: true },
  crossing: { edition: 25, price: 9000, size: '30 × 45', liked: 0.8, brought: [2, 2, 1, 1], isMarked: true },
  avenue: { edition: 30, price: 8000, size: '30 × 45', liked: 0.5, brought: FEW, isMarked: true },
  cinema: { edition: 20, price: 9500, size: '40 × 50', liked: 0.4, brought: FEW, isMarked: false },
  tide: {
    edition: 12,
    price: 14000,
    size: '40 × 40',
    liked: 4,
    brought: [3, 3, 3, 3],
    isMarked: true,
    isOneSize: true,
  },
  oak: { edition: 15, price: 12000, size: '40 × 40', liked: 0.5, brought: FEW, isMarked: true },
  stones: { edition: 20, price: 11000, size: '40 × 40', liked: 0.4, brought: FEW, isMarked: true },
  wires: { edition: 25, price: 8500, size: '30 × 30', liked: 0.5, brought: FEW, isMarked: false },
  window: { edition: 20, price: 11000, size: '24 × 30', liked: 3.4, brought: [5, 4, 4, 4], isMarked: true },
  pears: { edition: 30, price: 7500, size: '24 × 30', liked: 0.7, brought: [2, 2, 1, 1], isMarked: true },
  sisters: { edition: 15, price: 12000, size: '40 × 50', liked: 0.3, brought: FEW, isMarked: true },
  greenhouse: { edition: 25, price: 8500, size: '24 × 30', liked: 0.5, brought: FEW, isMarked: false },
  dune: { edition: 30, price: 9500, size: '30 × 45', liked: 4.4, brought: [6, 6, 5, 5], isMarked: true },
  walls: { edition: 20, price: 10500, size: '40 × 50', liked: 0.7, brought: [2, 2, 1, 1], isMarked: true },
  road: { edition: 25, price: 9500, size: '40 × 60', liked: 0.5, brought: FEW, isMarked: true },
  pool: { edition: 40, price: 8000, size: '30 × 30', liked: 0.9, brought: [2, 2, 2, 1], isMarked: true },
};

export const open: Readonly<Record<string, OpenWork>> = {
  salt: { size: '20 × 20', liked: 15, table: 14, large: '40 × 40', isFramed: true },
  meadow: { size: '20 × 25', liked: 9, table: 12, large: '40 × 60', isFramed: true },
  birch: { size: '20 × 25', liked: 9, table: 12, large: '40 × 50', isFramed: true },
  pier: { size: '20 × 25', liked: 1.6, table: 4, large: '40 × 50', isFramed: true },
  rowing: { size: '20 × 25', liked: 2.2, table: 4, large: '40 × 50', isFramed: true },
  lighthouse: { size: '20 × 25', liked: 1.4, table: 4, large: '40 × 60' },
  storm: { size: '20 × 25', liked: 0.8, table: 3, large: '40 × 60' },
  squall: { size: '20 × 25', liked: 0.7, table: 3, large: '40 × 60' },
  skiers: { size: '20 × 25', liked: 1.5, table: 4, large: '40 × 50', isFramed: true },
  firs: { size: '20 × 25', liked: 1.2, table: 4, large: '40 × 50' },
  braids: { size: '20 × 25', liked: 1, table: 4, large: '40 × 50' },
  backseat: { size: '20 × 25', liked: 1.3, table: 4, large: '40 × 60' },
  windows: { size: '20 × 25', liked: 0.9, table: 3, large: '40 × 50' },
  platform: { size: '20 × 25', liked: 1.1, table: 4, large: '40 × 60' },
  underpass: { size: '20 × 25', liked: 0.8, table: 3, large: '40 × 60' },
  fence: { size: '20 × 20', liked: 1, table: 4, large: '40 × 40' },
  poplars: { size: '20 × 25', liked: 1.4, table: 4, large: '40 × 50' },
  stair: { size: '20 × 20', liked: 0.5, table: 3, large: '40 × 40' },
  chair: { size: '20 × 25', liked: 0.8, table: 3, large: '40 × 50' },
  bottles: { size: '20 × 25', liked: 1.2, table: 4, large: '40 × 50', isFramed: true },
  cup: { size: '20 × 20', liked: 1.8, table: 5, large: '40 × 40', isFramed: true },
  hand: { size: '20 × 25', liked: 0.9, table: 3, large: '40 × 50' },
  laundry: { size: '20 × 25', liked: 1.4, table: 4, large: '40 × 60' },
  awnings: { size: '20 × 20', liked: 1.6, table: 4, large: '40 × 40', isFramed: true },
};

/** What else lies on the table. Prints and printed matter at 7 %, goods at 19 %. */
export const merch: Readonly<
  Record<
    string,
    {
      readonly label: string;
      readonly price: number;
      readonly cost: number;
      readonly rate: number;
      readonly liked: number;
      readonly table: number;
    }
  >
> = {
  postcards: { label: '6 cards', price: 2400, cost: 480, rate: 190_000, liked: 7, table: 12 },
  zine: { label: '48 pages', price: 1800, cost: 420, rate: 70_000, liked: 5, table: 10 },
  tote: { label: 'cotton', price: 2200, cost: 640, rate: 190_000, liked: 3, table: 8 },
  calendar: { label: '30 × 42', price: 2800, cost: 760, rate: 190_000, liked: 1.2, table: 5 },
  pin: { label: 'enamel', price: 900, cost: 210, rate: 190_000, liked: 4, table: 15 },
};

export const PAPER = 'baryta';
export const FRAME = 'oak frame';
export const PRINT_TAX = 70_000;
export const SMALL = { price: 2500, floor: 2000, cost: 600 };
/** A large open print, and what a frame adds to a small and to a numbered one. */
export const LARGE_OPEN = { price: 6500, floor: 5500, cost: 1900 };
export const FRAMED = { small: 3300, numbered: 6500, cost: 3200 };
