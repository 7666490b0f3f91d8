import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import type { Context } from 'hono';
import * as v from 'valibot';
import { Refused } from './refused.ts';

const unzip = promisify(gunzip);

interface BodyLimits {
  /** As sent. */
  readonly bytes: number;
  /** Counted while inflating: a bomb is stopped at this size, not after it. */
  readonly unzipped: number;
}

/**
 * The bytes of a request's body, gunzipped if it says so.
 * @throws Refused `too-large`, or `malformed` if the zip is broken off or not one
 */
export async function readBytes(c: Context, limits: BodyLimits): Promise<Buffer> {
  if (Number(c.req.header('content-length') ?? 0) > limits.bytes) throw tooLarge(limits.bytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of c.req.raw.body ?? []) {
      size += chunk.byteLength;
      if (size > limits.bytes) throw tooLarge(limits.bytes);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw new Refused('malformed', 'the body broke off');
  }
  const sent = Buffer.concat(chunks);
  const encoding = c.req.header('content-encoding') ?? 'identity';
  if (encoding === 'identity') return sent;
  if (encoding !== 'gzip') throw new Refused('malformed', 'the body must be plain or gzip');
  try {
    return await unzip(sent, { maxOutputLength: limits.unzipped });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    throw code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge(limits.unzipped)
      : new Refused('malformed', 'the body is not whole gzip');
  }
}

/**
 * The same, a piece at a time: for what is too large to be held whole.
 * @throws Refused as `readBytes`, while it is read
 */
export async function* streamBody(c: Context, limits: BodyLimits): AsyncGenerator<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > limits.bytes) throw tooLarge(limits.bytes);
  const encoding = c.req.header('content-encoding') ?? 'identity';
  const sent = upTo(limits.bytes, c.req.raw.body ?? []);
  if (encoding === 'identity') yield* sent;
  else if (encoding === 'gzip') yield* upTo(limits.unzipped, unzipped(sent));
  else throw new Refused('malformed', 'the body must be plain or gzip');
}

/** Inflates pieces as they come. @throws Refused `malformed` if the zip is broken off or not one */
export async function* unzipped(sent: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflating = createGunzip();
  const piping = pipeline(Readable.from(sent), inflating);
  // Heard below; who stops reading in the middle must not hear of it again.
  piping.catch(() => undefined);
  try {
    for await (const piece of inflating) yield piece as Uint8Array;
    await piping;
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('malformed', 'the body is not whole gzip');
  }
}

async function* upTo(
  bytes: number,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.byteLength;
      if (size > bytes) throw tooLarge(bytes);
      yield piece;
    }
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw new Refused('malformed', 'the body broke off');
  }
}

/**
 * A request's body, parsed by its schema.
 * @throws Refused `too-large`; `malformed`, naming the first place that does not fit
 */
export async function readJson<S extends v.GenericSchema>(
  c: Context,
  schema: S,
  limits: BodyLimits,
): Promise<v.InferOutput<S>> {
  const value = parseJson(decode(await readBytes(c, limits)));
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  if (issue.type === 'max_length' && Array.isArray(issue.input))
    throw new Refused('too-large', `${v.getDotPath(issue) ?? 'the list'}: more than ${String(issue.requirement)}`);
  throw new Refused('malformed', `${v.getDotPath(issue) ?? 'the body'}: ${issue.message}`.slice(0, 200));
}

/** UTF-8 and nothing else: a replaced character would change a hash. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('malformed', 'the body is not UTF-8');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused('malformed', 'the body is not JSON');
  }
}

function tooLarge(bytes: number): Refused {
  return new Refused('too-large', `more than ${bytes} bytes`);
}
