import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fact, type FactRead } from '../../../src/domain/fact.ts';
import { medianStay } from '../../../src/domain/floor/median.ts';
import { floorOf } from '../../../src/domain/floor/pauses.ts';
import { aJournal, type TestJournal } from '../../support/a-journal.ts';

const START = Date.UTC(2026, 5, 13, 10);
const LATER = START + 3_600_000;
const SEED = 20260615;

type Outcome = 'bought' | 'asked' | 'left';

/** A pad on one device; times in milliseconds since START, its steady clock 5 s ahead of that. */
function aPad(journal: TestJournal, tablet = 0, window: string | null = 'w') {
  const clocks = (ms: number) => ({ at: START + ms, since: 5_000 + ms, run: `run-${tablet}` });
  const write = (...[type, about, body, ms]: [...Parameters<typeof fact>, number]) =>
    journal.write(fact(type, about, body), START + ms, { tablet });
  return {
    open: (ms: number, minutes = 5) => write('window.opened', 'w', { window: 'w', minutes, ...clocks(ms) }, ms),
    close: (ms: number) => write('window.closed', 'w', { window: 'w', ...clocks(ms) }, ms),
    start: (ms: number, pause: string, display: string, people = 1) =>
      write('pause.started', pause, { pause, window, display, people, ...clocks(ms) }, ms),
    move: (ms: number, pause: string, display: string) =>
      write('pause.moved', pause, { pause, display, ...clocks(ms) }, ms),
    end: (ms: number, pause: string, outcome: Outcome) =>
      write('pause.ended', pause, { pause, outcome, ...clocks(ms) }, ms),
    unsure: (ms: number, pause: string) => write('pause.markedUnsure', pause, { pause, ...clocks(ms) }, ms),
    undo: (ms: number, what: FactRead) => write('floor.undone', what.first, { fact: what.first, ...clocks(ms) }, ms),
  };
}

describe('the pause log', () => {
  it('moves, counts groups, takes back, keeps the first end, and censors what the window closed on', () => {
    const journal = aJournal();
    const pad = aPad(journal);
    pad.open(0, 1);
    pad.start(1_000, 'a', 'D1');
    pad.start(3_000, 'b', 'D1', 2);
    pad.start(5_000, 'c', 'D2');
    pad.end(9_000, 'b', 'left');
    pad.move(12_000, 'a', 'D3');
    pad.end(20_000, 'a', 'bought');
    const slip = pad.start(21_000, 'x', 'D1');
    pad.undo(22_000, slip);
    pad.end(23_000, 'b', 'bought');
    const floor = floorOf(journal.facts, LATER);
    expect(floor.tokens).toHaveLength(3);
    expect(floor.tokens.find((token) => token.pause === 'b')?.outcome).toBe('left');
    expect(floor.tokens.find((token) => token.pause === 'c')).toMatchObject({
      state: 'censored',
      legs: [{ ms: 55_000, isEnded: false }],
    });
    expect(floor.watchedMs).toBe(60_000);
    expect(floor.displays.get('D1')).toEqual({
      pauses: 2,
      people: 3,
      perHour: 120,
      medianMs: 6_000,
      meanMs: 8_500,
      bought: 0,
      asked: 0,
      left: 1,
      unsure: 0,
    });
    expect(floor.displays.get('D2')?.medianMs).toBeNull();
    expect(floor.displays.get('D3')).toMatchObject({ medianMs: 8_000, bought: 1 });
  });

  it(`loses none of twelve at once, from two devices, in any order (seed ${SEED})`, () => {
    const journal = aJournal();
    const pads = [aPad(journal), aPad(journal, 1)] as const;
    pads[0].open(0, 1);
    for (let i = 0; i < 12; i++) pads[i % 2 === 0 ? 0 : 1].start(100 + i, `t${i}`, `D${i % 8}`);
    for (let i = 0; i < 12; i++)
      pads[i % 2 === 0 ? 0 : 1].end(5_000 + 700 * i, `t${i}`, i % 3 === 0 ? 'bought' : 'left');
    // A second tap on tokens that are gone, and one that walks past three displays.
    pads[1].end(14_000, 't0', 'left');
    pads[0].end(14_100, 't1', 'bought');
    pads[0].start(14_200, 'walker', 'D0');
    pads[0].move(15_000, 'walker', 'D1');
    pads[0].move(16_500, 'walker', 'D2');
    pads[0].close(20_000);
    const straight = floorOf(journal.facts, LATER);
    expect(straight.tokens.filter((token) => token.state === 'ended')).toHaveLength(12);
    expect(straight.tokens.filter((token) => token.outcome === 'bought')).toHaveLength(4);
    expect(straight.tokens.find((token) => token.pause === 'walker')?.legs.map(({ ms }) => ms)).toEqual([
      800, 1_500, 3_500,
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...journal.facts], { minLength: journal.facts.length }), (shuffled) => {
        const doubled = floorOf([...shuffled, ...journal.facts.slice(0, 5)], LATER);
        expect(doubled.tokens).toEqual(straight.tokens);
        expect(doubled.displays).toEqual(straight.displays);
      }),
      { seed: SEED },
    );
  });

  it('keeps a token that was forgotten for over four minutes out of the averages', () => {
    const journal = aJournal();
    const pad = aPad(journal);
    pad.open(0, 6);
    pad.start(0, 'a', 'D1');
    expect(floorOf(journal.facts, START + 241_000).tokens[0]).toMatchObject({ state: 'running', isForgotten: true });
    pad.end(300_000, 'a', 'left');
    pad.close(301_000);
    expect(floorOf(journal.facts, LATER).displays.get('D1')).toMatchObject({ pauses: 0, unsure: 1, medianMs: null });
  });

  it('calls a start outside a window unsure, and so one that a person marks', () => {
    const journal = aJournal();
    const pad = aPad(journal);
    pad.open(0, 1);
    pad.start(1_000, 'a', 'D1');
    pad.unsure(2_000, 'a');
    pad.end(3_000, 'a', 'asked');
    pad.start(70_000, 'b', 'D1');
    pad.end(75_000, 'b', 'asked');
    const quiet = aPad(journal, 0, null);
    quiet.start(80_000, 'c', 'D1');
    quiet.end(85_000, 'c', 'asked');
    expect(floorOf(journal.facts, LATER).displays.get('D1')).toMatchObject({ pauses: 0, asked: 0, unsure: 3 });
  });

  it('records an end after the window closed, but counts the time only until then', () => {
    const journal = aJournal();
    const pad = aPad(journal);
    pad.open(0, 1);
    pad.start(50_000, 'a', 'D1');
    pad.end(90_000, 'a', 'bought');
    const floor = floorOf(journal.facts, LATER);
    expect(floor.tokens[0]?.legs).toEqual([{ display: 'D1', ms: 10_000, isEnded: false, isUnsure: false }]);
    expect(floor.displays.get('D1')).toMatchObject({ pauses: 1, bought: 1, medianMs: null });
  });

  it('takes a duration over two devices from the wall clock, and calls it unsure', () => {
    const journal = aJournal();
    aPad(journal).open(0, 1);
    aPad(journal).start(1_000, 'a', 'D1');
    aPad(journal, 1).end(9_000, 'a', 'left');
    expect(floorOf(journal.facts, LATER).tokens[0]?.legs).toEqual([
      { display: 'D1', ms: 8_000, isEnded: true, isUnsure: true },
    ]);
  });

  it('lets a wrong end be taken back: the token runs on', () => {
    const journal = aJournal();
    const pad = aPad(journal);
    pad.open(0, 5);
    pad.start(1_000, 'a', 'D1');
    const slip = pad.end(3_000, 'a', 'bought');
    pad.undo(4_000, slip);
    expect(floorOf(journal.facts, START + 6_000).tokens[0]).toMatchObject({ state: 'running', outcome: null });
    pad.end(9_000, 'a', 'left');
    expect(floorOf(journal.facts, LATER).displays.get('D1')).toMatchObject({ left: 1, bought: 0, medianMs: 8_000 });
  });

  it('ends a window by itself when its minutes are over', () => {
    const journal = aJournal();
    aPad(journal).open(0, 5);
    expect(floorOf(journal.facts, START + 60_000)).toMatchObject({ watchedMs: 60_000, windows: [{ isOpen: true }] });
    expect(floorOf(journal.facts, LATER)).toMatchObject({ watchedMs: 300_000, windows: [{ isOpen: false }] });
  });
});

describe('the median stay', () => {
  it('counts those who were still there, and says nothing when too few left', () => {
    const ended = (ms: number) => ({ ms, isEnded: true });
    const still = (ms: number) => ({ ms, isEnded: false });
    expect(medianStay([])).toBeNull();
    expect(medianStay([ended(5), ended(9), ended(20)])).toBe(9);
    // After 5: 3/4 left, after 9: 3/4 · 2/3 = 1/2.
    expect(medianStay([ended(5), ended(9), still(9), still(30)])).toBe(9);
    // After 9: 1/2 of those after the censored one at 4: 3/4 … 3/4 · 1/2.
    expect(medianStay([ended(3), still(4), ended(9), still(30)])).toBe(9);
    expect(medianStay([ended(5), still(9), still(9), still(30)])).toBeNull();
    // At equal times who left comes first: 3/4, and nobody else was seen to leave.
    expect(medianStay([still(9), still(9), ended(9), still(30)])).toBeNull();
  });
});
