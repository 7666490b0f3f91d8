import type * as X509 from '@peculiar/x509';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../journal/stamp.ts';
import type { MachineNames } from './addresses.ts';

/** The local authority that tablets trust once, and the certificate it gives this machine. */
export interface LanTls {
  readonly cert: string;
  readonly key: string;
  /** The authority's certificate, DER. */
  readonly authority: Uint8Array;
  /** What a tablet's list of trusted authorities shows. */
  readonly name: string;
  /** To compare by eye: `AB:CD:…`, SHA-256. */
  readonly fingerprint: string;
}

const DAY = 24 * 3_600_000;
const AUTHORITY_DAYS = 3_650;
/** Apple takes no server certificate that is good for longer than 825 days; a year is enough, it is renewed by itself. */
const CERTIFICATE_DAYS = 397;
/** Only a start renews it, so each start must leave enough for a hub that then runs for months. */
const RENEW_BEFORE_DAYS = 200;
const KEY = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * Makes the authority once and keeps it in `DATA_DIR/tls`, so that a tablet that trusts it goes on trusting. The
 * certificate is made anew when this machine's names or addresses have changed, or when it is about to end.
 */
export async function ensureLanTls(dataDir: string, machine: MachineNames, now: Instant): Promise<LanTls> {
  const folder = join(dataDir, 'tls');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (name: string) => join(folder, name);
  if (!existsSync(path('authority.crt')) || !existsSync(path('authority.key')))
    keep(folder, 'authority', await makeAuthority(now));
  const authority = new X509Certificate(readFileSync(path('authority.crt')));
  if (!isGood(path('hub.crt'), authority, machine, now))
    keep(folder, 'hub', await makeCertificate(folder, authority, machine, now));
  return {
    cert: readFileSync(path('hub.crt'), 'utf8') + authority.toString(),
    key: readFileSync(path('hub.key'), 'utf8'),
    authority: new Uint8Array(authority.raw),
    name: authority.subject.replace(/^CN=/, ''),
    fingerprint: authority.fingerprint256,
  };
}

interface Pair {
  readonly cert: string;
  readonly key: string;
}

async function makeAuthority(now: Instant): Promise<Pair> {
  const x509 = await loadX509();
  const keys = await crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    // The day tells two authorities apart in a tablet's list of what it trusts.
    name: `CN=Imago Stall ${new Date(now).toISOString().slice(0, 10)}`,
    keys,
    signingAlgorithm: KEY,
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: cert.toString('pem'), key: await pemOf(x509, keys.privateKey) };
}

async function makeCertificate(
  folder: string,
  authority: X509Certificate,
  machine: MachineNames,
  now: Instant,
): Promise<Pair> {
  const x509 = await loadX509();
  const issuer = new x509.X509Certificate(new Uint8Array(authority.raw));
  const secret = x509.PemConverter.decodeFirst(readFileSync(join(folder, 'authority.key'), 'utf8'));
  const signingKey = await crypto.subtle.importKey('pkcs8', secret, KEY, false, ['sign']);
  const keys = await crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
  const cert = await x509.X509CertificateGenerator.create({
    subject: 'CN=Imago Stall hub',
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: KEY,
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + CERTIFICATE_DAYS * DAY),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...machine.names.map((value) => ({ type: 'dns' as const, value })),
        ...[...machine.addresses, '127.0.0.1', '::1'].map((value) => ({ type: 'ip' as const, value })),
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { cert: cert.toString('pem'), key: await pemOf(x509, keys.privateKey) };
}

/** Whether the certificate we have is of this authority, covers this machine, and is good for as long as a hub may run. */
function isGood(file: string, authority: X509Certificate, machine: MachineNames, now: Instant): boolean {
  if (!existsSync(file)) return false;
  const cert = new X509Certificate(readFileSync(file));
  const covers =
    machine.names.every((name) => cert.checkHost(name) !== undefined) &&
    machine.addresses.every((address) => cert.checkIP(address) !== undefined);
  const until = Date.parse(cert.validTo);
  return covers && cert.checkIssued(authority) && until - now > RENEW_BEFORE_DAYS * DAY;
}

/** Key first: a certificate is never there without it. Only this user may read it. */
function keep(folder: string, name: string, { cert, key }: Pair): void {
  for (const [ending, text] of [
    ['key', key],
    ['crt', cert],
  ] as const) {
    const file = join(folder, `${name}.${ending}`);
    writeFileSync(`${file}.new`, `${text.trim()}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

async function pemOf(x509: typeof X509, key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

/**
 * Loaded only for --lan. The injector inside the certificate library asks for three functions of a proposal to
 * ECMAScript before it starts; nothing that we use of it reads what they would tell (decision 034).
 */
async function loadX509(): Promise<typeof X509> {
  if (!('getMetadata' in Reflect))
    Object.assign(Reflect, {
      getMetadata: () => undefined,
      getOwnMetadata: () => undefined,
      defineMetadata: () => undefined,
    });
  return await import('@peculiar/x509');
}
