/** @jsxImportSource hono/jsx */
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import type { FC } from 'hono/jsx';
import { correction, generate } from 'lean-qr';
import { toSvgDataURL } from 'lean-qr/extras/svg';
import { invite } from '../auth/invitations.ts';
import { joinAddress } from '../auth/links.ts';
import { securityHeaders } from '../http/headers.ts';
import { isLocal } from '../http/plain-http.tsx';
import { publicLimit } from '../http/rate-limits.ts';
import type { Hub } from '../hub.ts';
import { NothingHere } from '../shopper/nothing-here.tsx';
import { pageFiles } from '../shopper/page-files.ts';
import { Page } from '../shopper/page.tsx';
import type { LanTls } from './authority.ts';

/**
 * The page by plain http on the next port: how a tablet trusts the local authority, and where the till is. One-time
 * codes are shown on this machine's own screen only: on the network anybody could read them.
 * @param pageAddress where tablets reach this page
 * @param appFolder the built till, for its fonts
 */
export function joinPage(hub: Hub, tls: LanTls, pageAddress: string, appFolder: string): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.use(publicLimit());
  app.route('/pages', pageFiles(appFolder));
  app.get('/authority.crt', (c) =>
    c.body(new Uint8Array(tls.authority), 200, {
      // The type by which an iPad offers to install it, and the name under which Android finds it.
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'attachment; filename="imago-stall.crt"',
      'cache-control': 'no-store',
    }),
  );
  app.get('/', async (c) => {
    c.header('cache-control', 'no-store');
    if (!isThisMachine(c)) return c.html(<ForTablet hub={hub} tls={tls} />);
    return c.html(<ForConsole hub={hub} tls={tls} pageAddress={pageAddress} doors={await openDoors(hub)} />);
  });
  app.notFound((c) => c.html(<NothingHere language={c.req.header('accept-language')} />, 404));
  return app;
}

interface Door {
  readonly name: string;
  readonly address: string;
}

/** A one-time link into each collective, new with each look at the page. */
async function openDoors(hub: Hub): Promise<readonly Door[]> {
  const rows = await hub.db.selectFrom('collectives').selectAll().orderBy('created_at').execute();
  const doors: Door[] = [];
  for (const { id, is_example: isExample } of rows) {
    const { code } = await hub.db
      .transaction()
      .execute((tx) => invite(tx, hub, { collective: id, class: 'lead', kind: 'link' }));
    doors.push({ name: isExample === 1 ? 'the example collective' : id, address: joinAddress(hub, code) });
  }
  return doors.length > 0 ? doors : [{ name: 'the till', address: `${hub.address}/app/` }];
}

/** By the socket and by the name asked for: a page elsewhere must not reach in through this browser. */
function isThisMachine(c: Context): boolean {
  try {
    const remote = getConnInfo(c).remote.address ?? '';
    return /^(127\.|::1$|::ffff:127\.)/.test(remote) && isLocal(c.req.header('host') ?? '');
  } catch {
    return false;
  }
}

const ForConsole: FC<{ hub: Hub; tls: LanTls; pageAddress: string; doors: readonly Door[] }> = (props) => (
  <Page title="Bring a tablet to this hub" lang="en" isWide>
    <h1>Bring a tablet to this hub</h1>
    <p>
      Tablet and computer have to be in the same network. Scan the first code with the tablet's camera and do what its
      page says; that is needed once. Then scan the second.
    </p>
    <div class="two">
      {' '}
      <section class="slip">
        <p>
          <b>1. Trust this hub.</b> {props.pageAddress}
        </p>
        <Qr text={props.pageAddress} label="Code that opens the page with the steps" />
      </section>
      {props.doors.map(({ name, address }) => (
        <section class="slip" key={name}>
          <p>
            <b>2. Join as a lead: {name}.</b> One use, 15 minutes; load this page again for another.
          </p>
          <Qr text={address} label={`Code that joins ${name}`} />
          <p class="quiet address">{address}</p>
        </section>
      ))}
    </div>{' '}
    <KeepAddress hub={props.hub} />
    <Fingerprint tls={props.tls} />
  </Page>
);

const ForTablet: FC<{ hub: Hub; tls: LanTls }> = ({ hub, tls }) => (
  <Page title="Trust this hub" lang="en">
    <h1>Trust this hub, once</h1>
    <p>
      The till keeps sales offline and reads codes with the camera. Browsers allow that only over https, so this tablet
      has to trust the computer that runs the hub.
    </p>
    <p>
      <a class="button" href="/authority.crt">
        Get the certificate
      </a>
    </p>
    <section class="slip">
      <h2>iPad and iPhone</h2>
      <ol>
        <li>Open this page in Safari, tap “Get the certificate”, then Allow.</li>
        <li>Settings, at the top: Profile Downloaded. Tap Install, and Install again.</li>
        <li>Settings, General, About, at the bottom: Certificate Trust Settings. Turn on “{tls.name}”.</li>
      </ol>
    </section>
    <section class="slip">
      <h2>Android</h2>
      <ol>
        <li>Tap “Get the certificate”; it goes to Downloads.</li>
        <li>
          Settings, search for “CA certificate” (often under Security, Encryption and credentials, Install a
          certificate). Tap CA certificate, then Install anyway.
        </li>
        <li>Choose imago-stall.crt.</li>
      </ol>
    </section>
    <p>Then scan the second code on the computer's screen, or open the till and type a code there:</p>
    <p>
      <a class="button" href={`${hub.address}/app/`}>
        Open the till
      </a>
    </p>
    <p class="quiet">{`${hub.address}/app/`}</p>
    <KeepAddress hub={hub} />
    <Fingerprint tls={tls} />
  </Page>
);

const KeepAddress: FC<{ hub: Hub }> = ({ hub }) => (
  <p class="quiet">
    A tablet keeps its sales under {new URL(hub.address).host}. Let your router give this computer the same address each
    time; if it changes, the till still sells, and sends when the address is back.
  </p>
);

const Fingerprint: FC<{ tls: LanTls }> = ({ tls }) => (
  <p class="quiet any">
    The certificate's fingerprint, the same here and on the computer's screen: <small>{tls.fingerprint}</small>
  </p>
);

const Qr: FC<{ text: string; label: string }> = ({ text, label }) => {
  const picture = toSvgDataURL(generate(text, { minCorrectionLevel: correction.M }), { on: '#000', off: '#fff' });
  return <img class="code" alt={label} src={picture} />;
};
