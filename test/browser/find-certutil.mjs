// Finds certutil, by which a browser profile is told to trust an authority, or unpacks it from Debian's package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findProgram, unpackFromDebian } from '../support/debian.mjs';

const UNPACKED = fileURLToPath(new URL('../../node_modules/.cache/libnss3-tools', import.meta.url));

/**
 * IMAGO_CERTUTIL, then PATH, then what was unpacked before, then (with `install`) Debian's package, which needs no root:
 * it is unpacked beside us. On Linux only: elsewhere Chromium asks the system whom to trust, and the name is another program's.
 * @returns {{ path: string, from: string } | undefined}
 * @throws if IMAGO_CERTUTIL names something that does not run
 */
export function findCertutil({ install = true } = {}) {
  const named = process.env.IMAGO_CERTUTIL;
  if (named) {
    if (!answers(named)) throw new Error(`IMAGO_CERTUTIL=${named} does not run`);
    return { path: named, from: 'IMAGO_CERTUTIL' };
  }
  if (process.platform !== 'linux') return undefined;
  const onSystem = findProgram(['certutil'], [], answers);
  if (onSystem) return { path: onSystem, from: 'system' };
  const path = `${UNPACKED}/usr/bin/certutil`;
  const isThere = existsSync(path) || (install && unpackFromDebian('libnss3-tools', UNPACKED));
  return isThere && answers(path) ? { path, from: 'Debian package, unpacked' } : undefined;
}

/** It has no `--version`, and ends its help with status 1; this is the one question that it answers well. @param {string} path */
function answers(path) {
  return spawnSync(path, ['--build-flags'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
