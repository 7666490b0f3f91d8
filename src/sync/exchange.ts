import * as v from 'valibot';
import { done, refused, type Result } from '../domain/result.ts';
import { Refusal, SyncReply, type SyncRequest } from './protocol.ts';

/** No answer that counts: no network, a portal's page, a cut body, a time-out. `retryAfterSeconds` if the hub named one. */
export interface Offline {
  readonly kind: 'offline';
  readonly retryAfterSeconds?: number;
}

export interface Exchange {
  (request: SyncRequest): Promise<Result<SyncReply, Refusal | Offline>>;
  /** Turns a request into bytes now, so that sending it later need not; without it nothing is lost but time. */
  readonly prepare?: (request: SyncRequest) => void;
}

/** What a call to the hub needs; `fetch` is an argument so that a test can point it at the hub in the same process. */
export interface HubAddress {
  readonly url: string;
  readonly token: string;
  /** Which build asks; leads see it in the tablets' list. */
  readonly version?: string;
  readonly fetch: typeof fetch;
}

const GZIP_FROM = 1_000;

/** `POST /api/sync`. Everything that is not a valid reply or refusal is `offline`: nothing is believed of it. */
export function makeExchange(hub: HubAddress): Exchange {
  const made = new WeakMap<SyncRequest, Promise<Body>>();
  const bodyOf = (request: SyncRequest) => {
    const body = made.get(request) ?? makeBody(request);
    made.set(request, body);
    return body;
  };
  const exchange = async (request: SyncRequest): ReturnType<Exchange> => {
    const { bytes, headers } = await bodyOf(request);
    const answer = await callHub(hub, '/api/sync', bytes, headers);
    if (!answer.ok) return answer;
    const reply = v.safeParse(SyncReply, answer.value);
    if (!reply.success || reply.output.inReplyTo !== request.request) return refused({ kind: 'offline' });
    return done(reply.output);
  };
  return Object.assign(exchange, { prepare: (request: SyncRequest) => void bodyOf(request) });
}

interface Body {
  readonly bytes: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

async function makeBody(request: SyncRequest): Promise<Body> {
  const text = JSON.stringify(request);
  if (text.length <= GZIP_FROM) return { bytes: text, headers: {} };
  return { bytes: await gzip(text), headers: { 'content-encoding': 'gzip' } };
}

const SILENCE = 15_000;

/** A JSON POST to the hub; it waits 15 s, and 1 s for each 20 kB it sends, then 15 s from each piece of the answer. */
export async function callHub(
  hub: HubAddress,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Result<unknown, Refusal | Offline>> {
  const silence = untilSilent(Math.ceil(SILENCE + (body.length / 20_000) * 1_000));
  const init: RequestInit = {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(hub.token ? { authorization: `Bearer ${hub.token}` } : {}),
      ...(hub.version ? { 'imago-app-version': hub.version } : {}),
      ...headers,
    },
    signal: silence.signal,
    redirect: 'error',
    cache: 'no-store',
  };
  try {
    const response = await hub.fetch(hub.url + path, init);
    return await readAnswer(silence.listenTo(response));
  } catch {
    // The network's own failures and a body cut short; a bug in the request above is not among them.
    return refused({ kind: 'offline' });
  } finally {
    silence.end();
  }
}

/** Breaks a request off when nothing came for a while: a page of history over a slow line must be allowed to arrive. */
function untilSilent(first: number) {
  const stopped = new AbortController();
  const silent = () => stopped.abort();
  let timer = setTimeout(silent, first);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(silent, SILENCE);
  };
  return {
    signal: stopped.signal,
    listenTo(response: Response): Response {
      heard();
      const transform = (chunk: Uint8Array, to: TransformStreamDefaultController<Uint8Array>) => {
        heard();
        to.enqueue(chunk);
      };
      const { status, headers } = response;
      const { body } = response;
      return body ? new Response(body.pipeThrough(new TransformStream({ transform })), { status, headers }) : response;
    },
    end: () => clearTimeout(timer),
  };
}

/** An answer that counts: JSON of the hub, as a value or a refusal; anything else is `offline`. */
export async function readAnswer(response: Response): Promise<Result<unknown, Refusal | Offline>> {
  const wait = retryAfter(response.headers.get('retry-after'));
  const offline: Offline = wait === undefined ? { kind: 'offline' } : { kind: 'offline', retryAfterSeconds: wait };
  // A proxy in front of the hub says this in its own words, and would say it for ever.
  if (response.status === 413) return refused({ kind: 'too-large' });
  if (!response.headers.get('content-type')?.startsWith('application/json')) return refused(offline);
  const value: unknown = await response.json();
  if (response.ok) return done(value);
  const refusal = v.safeParse(Refusal, value);
  if (!refusal.success) return refused(offline);
  return refused(wait === undefined ? refusal.output : { ...refusal.output, retryAfterSeconds: wait });
}

/** Seconds from either form of Retry-After, at most ten minutes. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(600, Math.max(0, seconds)) : undefined;
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
