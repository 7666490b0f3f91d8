// The cells of LibreOffice's flat OpenDocument, as far as a table of words and numbers needs.

/**
 * @typedef {object} Cell
 * @property {string} text as shown
 * @property {number} [number] where it is a number
 * @property {string} [date] where it is a date
 * @property {boolean} formula
 * @property {boolean} link
 */

/** @param {string} document @returns {Cell[][]} the rows of its only table, without empty ones at the end */
export function sheetCells(document) {
  const table = document.slice(document.indexOf('<table:table '));
  const rows = [...table.matchAll(/<table:table-row([^>]*)>(.*?)<\/table:table-row>/gs)].flatMap(
    ([, row = '', inner = '']) =>
      repeated(
        row,
        'rows',
        [...inner.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(cellsOf),
      ),
  );
  while (rows.at(-1)?.every(({ text }) => text === '')) rows.pop();
  return rows;
}

/** @param {RegExpMatchArray} found */
function cellsOf([, attributes = '', inner = '']) {
  const attribute = (/** @type {string} */ name) => new RegExp(`office:${name}="([^"]*)"`).exec(attributes)?.[1];
  const number = attribute('value');
  const date = attribute('date-value') ?? attribute('time-value');
  const lines = [...inner.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, line = '']) => plain(line));
  return repeated(attributes, 'columns', {
    text: lines.join('\n'),
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(date === undefined ? {} : { date }),
    formula: attributes.includes('table:formula='),
    link: inner.includes('<text:a '),
  });
}

/** @template T @param {string} attributes @param {'rows' | 'columns'} what @param {T} value @returns {T[]} */
function repeated(attributes, what, value) {
  const times = Number(new RegExp(`table:number-${what}-repeated="(\\d+)"`).exec(attributes)?.[1] ?? 1);
  // The rest of the sheet, up to its last column and row, is one empty repetition: nothing is compared there.
  return Array.from({ length: Math.min(times, 100) }, () => value);
}

/** @param {string} marked */
function plain(marked) {
  return marked
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count) => ' '.repeat(Number(count ?? 1)))
    .replaceAll('<text:tab/>', '\t')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
