import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createApp } from './app.tsx';
import { announceFoundCode, announceLeadLink } from './auth/links.ts';
import type { Config } from './config.ts';
import { ensureExample, type MakeExample } from './example.ts';
import { close, listen, portOf } from './http/listen.ts';
import { isLocal } from './http/plain-http.tsx';
import type { Hub } from './hub.ts';
import { machineNames, withPublicName } from './lan/addresses.ts';
import { ensureLanTls, type LanTls } from './lan/authority.ts';
import { joinPage } from './lan/join-page.tsx';
import { noteAddress, notedAddress } from './lan/noted-address.ts';
import { createLog } from './log.ts';
import { CannotStart, openDatabase } from './storage/database.ts';
import { checkWitnesses } from './storage/witness.ts';

/** What the build put beside the hub. */
interface Built {
  readonly version: string;
  /** The till. */
  readonly appFolder: string;
  /** What fills the example collective; without it the example is empty. */
  readonly makeExample: MakeExample | undefined;
}

interface Running {
  readonly hub: Hub;
  readonly port: number;
  /** Finishes what is being answered (ten seconds at most), folds the write-ahead log into the file, closes it. */
  stop(): Promise<void>;
}

/** @throws CannotStart if the database, the port or an address on the network cannot be had */
export async function startHub(config: Config, built: Built): Promise<Running> {
  const lan = config.isLan && !config.tls ? await findLan(config) : undefined;
  const hub = await openHub(config, built.version, addressOf(config, lan));
  const servers: Server[] = [];
  try {
    await checkWitnesses(hub);
    const example = config.isEmpty ? undefined : await ensureExample(hub, built.makeExample);
    const tls = config.tls ?? lan?.tls;
    const server = await listen(createApp(hub, built.appFolder).fetch, { ...config, tls });
    servers.push(server);
    console.log(`Imago Stall ${hub.version}\nready ${hub.address}`);
    if (lan) servers.push(await openJoinPage(hub, config, lan, built.appFolder));
    warnOfNewAddress(hub);
    if (example !== undefined) await announceLeadLink(hub, example);
    await announceFoundCode(hub);
    return {
      hub,
      port: portOf(server),
      stop: async () => {
        await Promise.all(servers.map(close));
        await hub.db.destroy();
      },
    };
  } catch (cause) {
    for (const server of servers) server.close();
    await hub.db.destroy();
    throw cause;
  }
}

/** The hub without its door: for the start, and for commands at the console. */
export async function openHub(config: Config, version: string, address?: string): Promise<Hub> {
  return {
    db: await openDatabase(config.dataDir),
    dataDir: config.dataDir,
    version,
    address: address ?? notedAddress(config.dataDir) ?? addressOf(config, undefined),
    publicUrl: config.publicUrl !== undefined && !isLocal(new URL(config.publicUrl).host) ? config.publicUrl : '',
    log: createLog(config.logLevel),
    now: () => Date.now(),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    announce: (text) => console.log(`\n${text}`),
  };
}

interface Lan {
  readonly host: string;
  readonly tls: LanTls;
}

async function findLan(config: Config): Promise<Lan> {
  const machine = machineNames();
  const [address] = machine.addresses;
  if (address === undefined)
    throw new CannotStart('This machine is in no network. Connect it, then start with --lan again.');
  const tls = await ensureLanTls(config.dataDir, withPublicName(machine, config.publicUrl), Date.now());
  return { host: address.includes(':') ? `[${address}]` : address, tls };
}

function addressOf(config: Config, lan: Lan | undefined): string {
  if (config.publicUrl !== undefined) return config.publicUrl;
  return `${config.tls || lan ? 'https' : 'http'}://${lan?.host ?? 'localhost'}:${config.port}`;
}

async function openJoinPage(hub: Hub, config: Config, lan: Lan, appFolder: string): Promise<Server> {
  const port = config.port + 1;
  const page = await listen(joinPage(hub, lan.tls, `http://${lan.host}:${port}/`, appFolder).fetch, {
    port,
    host: config.host,
    tls: undefined,
  });
  hub.announce(`To bring a tablet, open this page on this computer: http://localhost:${port}/`);
  return page;
}

/** Tablets keep their sales under the address they were opened by: a new one looks like a new till to them. */
function warnOfNewAddress(hub: Hub): void {
  const before = notedAddress(hub.dataDir);
  const isKnown = before === undefined || before === hub.address || isLocal(new URL(before).host);
  if (!isKnown)
    hub.announce(
      `This hub was at ${before} last time. Tablets that joined there keep selling and keep what they sold; ` +
        'they send it when the hub is at that address again (let the router give this computer a fixed one, or set PUBLIC_URL).',
    );
  noteAddress(hub.dataDir, hub.address);
}
