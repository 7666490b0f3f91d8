import { fact, parseFact, type FactBody, type FactRead, type FactType } from '../../src/domain/fact.ts';
import { writeEntry, type Head } from '../../src/journal/entry.ts';
import type { Stamp } from '../../src/journal/stamp.ts';

/** A tablet that writes facts down as the till does, without storage. `now` is set by the test. */
export class WritingTablet {
  readonly device: string;
  readonly reads: FactRead[] = [];
  now: number;
  day = 'day-1';
  by = 'ana';
  #head: Head | undefined;
  #latest: Stamp | undefined;

  constructor(device: string, now = Date.UTC(2026, 5, 13, 7)) {
    this.device = device;
    this.now = now;
  }

  write<T extends FactType>(type: T, about: string, body: FactBody<T>): FactRead<T> {
    const writer = { collective: 'lumen', device: this.device, by: this.by, day: this.day };
    const made = fact(type, about, body);
    const { read } = writeEntry(made, writer, this.#head, this.#latest, this.now, 'c2FsdHNhbHRzYWx0c2FsdA');
    const parsed = parseFact(read);
    if (!parsed) throw new Error(`not a ${type} by its schema: ${JSON.stringify(body)}`);
    this.#head = { n: read.n, hash: read.hash };
    this.#latest = read.stamp;
    this.reads.push(parsed);
    return parsed as FactRead<T>;
  }

  /** Has read this fact of another tablet: what comes after is stamped later. */
  see(read: FactRead): void {
    if (this.#latest === undefined || read.stamp > this.#latest) this.#latest = read.stamp;
  }

  /** The heads a document written now covers. */
  heads(...others: readonly WritingTablet[]): Record<string, Head> {
    return Object.fromEntries([this, ...others].flatMap((each) => (each.#head ? [[each.device, each.#head]] : [])));
  }
}
