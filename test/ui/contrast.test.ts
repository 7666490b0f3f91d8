import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const themes = ['light', 'dark', 'sun'] as const;
const texts = [
  'ink on wall',
  'ink on sheet',
  'ink on sunk',
  'ink2 on wall',
  'ink2 on sheet',
  'ink2 on sunk',
  'accent on sheet',
  'accent on wall',
  'accent on wash',
  'on-accent on accent',
  'ink on wash',
  'alert on sheet',
  'alert on wall',
  'alert on alert-wash',
  'on-alert on alert',
  'wall on ink',
];
const controlBorders = ['line2 on sheet', 'line2 on wall'];

describe.each(themes)('in the theme %s', (theme) => {
  const token = tokensOf(theme);

  it.each(texts)('%s can be read', (pair) => {
    expect(contrast(pair, token)).toBeGreaterThanOrEqual(theme === 'sun' ? 7 : 4.5);
  });

  it.each(controlBorders)('the edge of a control can be seen: %s', (pair) => {
    expect(contrast(pair, token)).toBeGreaterThanOrEqual(3);
  });
});

it('black on white is 21 to 1, and a colour on itself 1 to 1', () => {
  const token = new Map([
    ['black', '#000000'],
    ['white', '#ffffff'],
  ]);
  expect(contrast('black on white', token)).toBeCloseTo(21, 10);
  expect(contrast('white on white', token)).toBe(1);
});

/** The colours of a theme by name. @throws where the theme is not in the file */
function tokensOf(theme: string): ReadonlyMap<string, string> {
  const body = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1];
  if (body === undefined) throw new Error(`no theme ${theme} in tokens.css`);
  const found = body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gi);
  return new Map([...found].map(([, name = '', colour = '']) => [name, colour]));
}

/** WCAG 2 contrast ratio of "A on B", https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(pair: string, tokens: ReadonlyMap<string, string>): number {
  const [a = 0, b = 0] = pair.split(' on ').map((name) => {
    const colour = tokens.get(name);
    if (colour === undefined) throw new Error(`no colour ${name}`);
    return luminance(colour);
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** WCAG 2 relative luminance of #rrggbb, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
