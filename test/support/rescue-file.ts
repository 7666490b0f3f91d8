import { RESCUE_VERSION, toWire } from '../../src/sync/protocol.ts';
import type { WireTablet } from './wire-tablet.ts';

/**
 * A tablet's rescue file, as src/sync/rescue.ts writes it; `size`: entries in a batch.
 * @param former names the tablet had before
 */
export function rescueFile(tablet: WireTablet, size = 500, ...former: readonly WireTablet[]): string {
  const names = former.map(({ key }) => key.device);
  const lines = [tablet, ...former].flatMap((each, at) =>
    section(each, size, at === 0 && names.length > 0 ? { former: names } : {}),
  );
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

function section(tablet: WireTablet, size: number, more: object): unknown[] {
  const header = {
    kind: 'imago-rescue',
    version: RESCUE_VERSION,
    collective: tablet.collective,
    device: tablet.key.device,
    letters: 'B',
    savedAt: 0,
    signedHead: tablet.signed(),
    ...more,
  };
  const lines: unknown[] = [header];
  for (const [at, entry] of tablet.entries.entries()) {
    lines.push(toWire(entry));
    const n = at + 1;
    if (n % size === 0 || n === tablet.entries.length) lines.push({ signedHead: tablet.signed(n) });
  }
  return lines;
}
