import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotStart } from './storage/database.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Without a trailing slash; undefined: the hub only knows itself by host and port. */
  readonly publicUrl: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly isEmpty: boolean;
  readonly isLan: boolean;
  readonly logLevel: string;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'];

/**
 * Reads the environment and the flags.
 * @throws CannotStart with one sentence that names the setting and what it should be
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, args: readonly string[]): Config {
  const strange = args.find((arg) => arg !== '--empty' && arg !== '--lan');
  if (strange !== undefined) throw new CannotStart(`Unknown flag ${strange}. There are --empty and --lan.`);
  const isLan = args.includes('--lan');
  const port = readPort(env['PORT'] ?? '4173');
  // The page with the codes is on the next port.
  if (isLan && (port === 0 || port === 65_535))
    throw new CannotStart(`PORT is "${port}"; with --lan it must be a number from 1 to 65534.`);
  const tls = readTls(env['TLS_CERT'] ?? '', env['TLS_KEY'] ?? '');
  return {
    port,
    host: (env['HOST'] ?? '') || (isLan ? '0.0.0.0' : '127.0.0.1'),
    dataDir: resolve((env['DATA_DIR'] ?? '') || 'data'),
    publicUrl: readPublicUrl(env['PUBLIC_URL'] ?? ''),
    tls,
    isEmpty: args.includes('--empty'),
    isLan,
    logLevel: readLogLevel(env['LOG_LEVEL'] ?? ''),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new CannotStart(`PORT is "${text}"; it must be a number from 0 to 65535.`);
  return port;
}

function readPublicUrl(text: string): string | undefined {
  if (text === '') return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new CannotStart(`PUBLIC_URL is "${text}"; it must be an address such as https://prints.example.org.`);
  const url = new URL(text);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new CannotStart(
      `PUBLIC_URL is "${text}"; it must not go on after the host: the hub needs an address of its own.`,
    );
  return url.origin;
}

function readTls(certFile: string, keyFile: string): Config['tls'] {
  if (certFile === '' && keyFile === '') return undefined;
  if (certFile === '' || keyFile === '')
    throw new CannotStart(`${certFile === '' ? 'TLS_CERT' : 'TLS_KEY'} is missing; TLS_CERT and TLS_KEY go together.`);
  const cert = readPem('TLS_CERT', certFile, 'CERTIFICATE');
  const key = readPem('TLS_KEY', keyFile, 'PRIVATE KEY');
  const certificate = orSay(
    `TLS_CERT is "${certFile}"; the certificate in it cannot be read`,
    () => new X509Certificate(cert),
  );
  const secret = orSay(`TLS_KEY is "${keyFile}"; the key in it cannot be read (is it locked by a password?)`, () =>
    createPrivateKey(key),
  );
  if (!certificate.checkPrivateKey(secret))
    throw new CannotStart(
      `TLS_CERT is "${certFile}" and TLS_KEY is "${keyFile}"; the key is not that of the certificate.`,
    );
  return { cert, key };
}

function orSay<T>(sentence: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new CannotStart(`${sentence}.`, { cause });
  }
}

function readPem(name: string, file: string, what: string): string {
  if (!existsSync(file)) throw new CannotStart(`${name} is "${file}"; there is no such file.`);
  const text = orSay(`${name} is "${file}"; it is not a file that this user may read`, () =>
    readFileSync(file, 'utf8'),
  );
  if (!text.includes(`${what}-----`))
    throw new CannotStart(`${name} is "${file}"; it is not a PEM file with a ${what.toLowerCase()}.`);
  return text;
}

function readLogLevel(text: string): string {
  const level = text === '' ? 'warn' : text;
  if (!LOG_LEVELS.includes(level)) throw new CannotStart(`LOG_LEVEL is "${text}"; it can be ${LOG_LEVELS.join(', ')}.`);
  return level;
}
