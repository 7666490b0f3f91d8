import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The environment of a Chromium with a home of its own, in which it trusts `authority` (a certificate's file, DER) and,
 * without one, nobody that it did not bring along.
 */
export function trustingHome(certutil: string, home: string, authority?: string): Record<string, string> {
  // Since version 146 a new list is elsewhere, but where this one is there, every Chromium on Linux reads it.
  const list = join(home, '.pki', 'nssdb');
  mkdirSync(list, { recursive: true });
  const does = (...words: readonly string[]) => execFileSync(certutil, ['-d', `sql:${list}`, ...words]);
  does('-N', '--empty-password');
  // C: may vouch for servers.
  if (authority !== undefined) does('-A', '-n', 'imago-stall', '-t', 'C,,', '-i', authority);
  const own = Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return { ...(Object.fromEntries(own) as Record<string, string>), HOME: home };
}
