import { describe, expect, it } from 'vitest';
import { buildSearchIndex, searchCatalogue, type SearchItem } from '../../../src/domain/catalogue/search.ts';

const item = (id: string, title: string, more: Partial<SearchItem> = {}): SearchItem => ({
  id,
  title,
  photographer: 'Ana Ruiz',
  sku: `SKU-${id}`,
  options: [],
  editionSize: null,
  ...more,
});

function find(items: readonly SearchItem[], text: string): string[] {
  return searchCatalogue(buildSearchIndex(items), text).map(({ id }) => id);
}

describe('search', () => {
  it('puts the start of a title before the start of a word before the inside of one', () => {
    const items = [
      item('inside', 'Overfog'),
      item('word', 'Dense Fog'),
      item('start', 'Fog at Sea'),
      item('none', 'Dune'),
    ];
    expect(find(items, 'fog')).toEqual(['start', 'word', 'inside']);
  });

  it('keeps the given order among equals', () => {
    const items = ['c', 'a', 'b'].map((id) => item(id, 'Fog'));
    expect(find(items, 'fog')).toEqual(['c', 'a', 'b']);
    expect(find(items, '  ')).toEqual(['c', 'a', 'b']);
  });

  it.each([
    ['sudstrasse', 'SÜDSTRASSE'],
    ['südstraße', 'Sudstrasse'],
    ['ORSTED', 'Ørsted'],
    ['lodz', 'Łódź'],
    ['cafe', 'Cafe\u0301'],
    ['café', 'CAFE'],
    ['oeuvre', 'Œuvre'],
    ['istanbul', 'İstanbul'],
    ['雨', '夜の雨'],
  ])('finds by "%s" what is called %s', (text, title) => {
    expect(find([item('x', title), item('y', 'Dune')], text)).toEqual(['x']);
  });

  it('needs every word, wherever it is', () => {
    const items = [
      item('a4', 'Nebel am Hafen', { options: ['A4', 'Cotton rag'] }),
      item('a3', 'Nebel am Hafen', { options: ['A3'] }),
      item('ben', 'Nebel', { photographer: 'Ben Okafor', options: ['A4'] }),
    ];
    expect(find(items, 'ruiz NEB a4')).toEqual(['a4']);
    expect(find(items, 'a4')).toEqual(['a4', 'ben']);
    expect(find(items, 'hafen dune')).toEqual([]);
  });

  it('does not find words across two fields', () => {
    expect(find([item('x', 'Salt', { photographer: 'Flat' })], 'saltflat')).toEqual([]);
  });

  it('puts a whole SKU first', () => {
    const items = [
      item('a', 'Neb-A4 study'),
      item('b', 'Dune', { sku: 'NEB-A4' }),
      item('c', 'Fell', { sku: 'NEB-A42' }),
    ];
    expect(find(items, 'neb-a4')).toEqual(['a', 'b', 'c']);
    expect(find(items.slice(1).toReversed(), 'neb-a4')).toEqual(['b', 'c']);
  });

  it('finds the editions of 25 by 7/25, and says which copy', () => {
    const items = [
      item('25', 'Salt', { editionSize: 25 }),
      item('30', 'Fell', { editionSize: 30 }),
      item('open', 'Dune'),
      item('title', 'Track 7/25'),
    ];
    const hits = (text: string) => searchCatalogue(buildSearchIndex(items), text);
    expect(hits('7/25')).toEqual([
      { id: '25', copyNumber: 7 },
      { id: 'title', copyNumber: null },
    ]);
    expect(hits('salt 7/25')).toEqual([{ id: '25', copyNumber: 7 }]);
    expect(hits('26/25')).toEqual([]);
    expect(hits('0/25')).toEqual([]);
    expect(hits('salt')).toEqual([{ id: '25', copyNumber: null }]);
  });

  it('reads 30x40 and 30×40 as the same', () => {
    expect(find([item('x', 'Dune', { options: ['30×40 cm'] })], '30x40')).toEqual(['x']);
  });

  it('takes signs that mean something elsewhere as they are', () => {
    expect(find([item('x', 'What? (.*)'), item('y', 'Dune')], '(.*)')).toEqual(['x']);
  });
});
