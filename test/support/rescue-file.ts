import { RESCUE_VERSION, toWire } from '../../src/sync/protocol.ts';
import type { WireTablet } from './wire-tablet.ts';

/** A tablet's rescue file, as src/sync/rescue.ts writes it; `size`: entries in a batch. */
export function rescueFile(tablet: WireTablet, size = 500): string {
  const header = {
    kind: 'imago-rescue',
    version: RESCUE_VERSION,
    collective: tablet.collective,
    device: tablet.key.device,
    letters: 'B',
    savedAt: 0,
    signedHead: tablet.signed(),
  };
  const lines: unknown[] = [header];
  for (const [at, entry] of tablet.entries.entries()) {
    lines.push(toWire(entry));
    const n = at + 1;
    if (n % size === 0 || n === tablet.entries.length) lines.push({ signedHead: tablet.signed(n) });
  }
  return lines.map((line) => JSON.stringify(line)).join('\n');
}
