import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** What this machine is called on its networks. */
export interface MachineNames {
  readonly names: readonly string[];
  /** IPv4 and IPv6 without loopback and link-local; the first is the one tablets are sent to. */
  readonly addresses: readonly string[];
}

/** @param interfaces as `os.networkInterfaces()` tells them */
export function machineNames(interfaces = networkInterfaces(), host = hostname()): MachineNames {
  const all = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !/^fe80:|^169\.254\./i.test(address));
  const four = all.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
  const six = all.filter(({ family }) => family === 'IPv6').map(({ address }) => address);
  const name = host.toLowerCase().replace(/\.local$/, '');
  const isName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)*$/.test(name);
  return {
    names: ['localhost', ...(isName ? [name, ...(name.includes('.') ? [] : [`${name}.local`])] : [])],
    // A private network first: that is where the tablets are. A stable order, so that the certificate stays.
    addresses: [...[...four].sort((a, b) => Number(isPrivate(b)) - Number(isPrivate(a))), ...six],
  };
}

/** The machine also goes by what PUBLIC_URL calls it: tablets and receipts open it there. */
export function withPublicName(machine: MachineNames, publicUrl: string | undefined): MachineNames {
  if (publicUrl === undefined) return machine;
  const host = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '');
  const { names, addresses } = machine;
  if (names.includes(host) || addresses.includes(host)) return machine;
  return isIP(host) === 0 ? { names: [...names, host], addresses } : { names, addresses: [...addresses, host] };
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}
