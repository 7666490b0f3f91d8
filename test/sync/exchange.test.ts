import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callHub } from '../../src/sync/exchange.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An answer that comes in pieces, one each `gap` milliseconds; without pieces it never goes on. */
function inPieces(pieces: readonly string[], gap: number): typeof fetch {
  return (_, init) => {
    const left = pieces.map((piece) => new TextEncoder().encode(piece));
    const body = new ReadableStream<Uint8Array>({
      start: (to) => init?.signal?.addEventListener('abort', () => to.error(new DOMException('', 'AbortError'))),
      pull: async (to) => {
        await new Promise((resolve) => setTimeout(resolve, gap));
        const next = left.shift();
        if (next) to.enqueue(next);
        else if (pieces.length > 0) to.close();
        else await new Promise(() => undefined);
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }));
  };
}

describe('the hub’s answer', () => {
  it('may take as long as it takes over a slow line', async () => {
    const slow = inPieces(['{"a"', ':', '[1,2', ']', '}'], 10_000);
    const answer = callHub({ url: '', token: '', fetch: slow }, '/api/sync', '{}');
    await vi.advanceTimersByTimeAsync(80_000);
    expect(await answer).toEqual({ ok: true, value: { a: [1, 2] } });
  });

  it('is given up after a quarter of a minute of silence', async () => {
    const answer = callHub({ url: '', token: '', fetch: inPieces([], 1) }, '/api/sync', '{}');
    await vi.advanceTimersByTimeAsync(15_100);
    expect(await answer).toEqual({ ok: false, problem: { kind: 'offline' } });
  });

  it('is asked for with the version of the app', async () => {
    let asked = '';
    const noting: typeof fetch = (_, init) => {
      asked = new Headers(init?.headers).get('imago-app-version') ?? '';
      return Promise.resolve(Response.json({}));
    };
    await callHub({ url: '', token: '', version: '1.2.3', fetch: noting }, '/api/sync', '{}');
    expect(asked).toBe('1.2.3');
  });
});
