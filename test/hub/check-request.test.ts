import { expect, test } from 'vitest';
import { signHead, verifyHead } from '../../src/journal/device-key.ts';
import { checkEntries } from '../../src/hub/sync/check-request.ts';
import { isSignedBy } from '../../src/hub/sync/verify-head.ts';
import { toWire, type SignedHead } from '../../src/sync/protocol.ts';
import { WireTablet } from '../support/wire-tablet.ts';

test('the platform judges a signed head as the journal does', async () => {
  const answers: boolean[] = [];
  for (let seed = 1; seed <= 25; seed++) {
    const tablet = new WireTablet('moles', seed);
    tablet.scribble(1);
    const { device } = tablet.key;
    const right = tablet.signed() as SignedHead;
    const other = new WireTablet('moles', seed + 100).key.publicKey;
    const flipped = (text: string, at: number) =>
      text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    const heads: SignedHead[] = [
      right,
      { ...right, n: 2 },
      { ...right, hash: flipped(right.hash, seed % 40) },
      { ...right, signature: flipped(right.signature, (seed * 3) % 85) },
      { ...right, publicKey: other },
      { ...right, publicKey: flipped(right.publicKey, seed % 40) },
      { ...right, signature: '' },
      { ...right, publicKey: '' },
      { ...right, publicKey: '%%%' },
    ];
    for (const head of heads) {
      const expected = verifyHead(head.publicKey, 'moles', { device, n: head.n, hash: head.hash }, head.signature);
      expect(await isSignedBy('moles', device, head)).toBe(expected);
      answers.push(expected);
    }
    expect(await isSignedBy('owls', device, right)).toBe(false);
    // Rightly signed, by somebody else than the device it is about.
    const stranger = new WireTablet('moles', seed + 100).key;
    const signature = signHead({ ...stranger, device }, 'moles', right.n, right.hash);
    expect(await isSignedBy('moles', device, { ...right, signature, publicKey: stranger.publicKey })).toBe(false);
  }
  expect(answers.filter(Boolean)).toHaveLength(25);
});

test(
  'a request of two thousand entries, from 250 devices, leaves room for others in between',
  { timeout: 60_000 },
  async () => {
    const tablets = Array.from({ length: 250 }, (_, seed) => new WireTablet('moles', seed));
    const wire = tablets.flatMap((tablet) => {
      tablet.scribble(8);
      return tablet.entries.map(toWire);
    });
    const signed = Object.fromEntries(tablets.map((tablet) => [tablet.key.device, tablet.signed() as SignedHead]));
    // Another request, which takes its turn whenever the loop comes round: counted in turns, not in time.
    let turns = 0;
    let isOver = false;
    const other = (): void => {
      turns++;
      if (!isOver) setImmediate(other);
    };
    setImmediate(other);
    const chains = await checkEntries(wire, signed, 'moles');
    isOver = true;
    expect(chains.every((chain) => chain.signed !== undefined)).toBe(true);
    // Parsing gives way every hundred entries, and signatures are judged on other threads.
    expect(turns).toBeGreaterThan(15);
  },
);
