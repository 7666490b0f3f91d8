// Finds hledger, which checks the accounting files we write, or installs Debian's package.
import { answersVersion, findProgram, installOnDebian } from '../support/debian.mjs';

/**
 * IMAGO_HLEDGER, then PATH, then (with `install`) the Debian package.
 * @returns {{ path: string, from: string } | undefined}
 * @throws if IMAGO_HLEDGER names something that does not run
 */
export function findHledger({ install = true } = {}) {
  const named = process.env.IMAGO_HLEDGER;
  if (named) {
    if (!answersVersion(named)) throw new Error(`IMAGO_HLEDGER=${named} does not run`);
    return { path: named, from: 'IMAGO_HLEDGER' };
  }
  const onSystem = findProgram(['hledger']);
  if (onSystem) return { path: onSystem, from: 'system' };
  const packaged = install && installOnDebian('hledger') ? findProgram(['hledger']) : undefined;
  return packaged ? { path: packaged, from: 'Debian package' } : undefined;
}
