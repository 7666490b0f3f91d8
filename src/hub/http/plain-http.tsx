/** @jsxImportSource hono/jsx */
import type { MiddlewareHandler } from 'hono';
import type { Hub } from '../hub.ts';
import { Page } from '../shopper/page.tsx';

/**
 * The till works on localhost and over https only: without them a browser gives it no offline storage and no camera.
 * Who comes by plain http from elsewhere gets a page that says so, instead of a till that forgets.
 */
export function explainPlainHttp(hub: Hub): MiddlewareHandler {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const host = c.req.header('host') ?? url.host;
    const isSecure =
      url.protocol === 'https:' ||
      c.req.header('x-forwarded-proto') === 'https' ||
      isLocal(host) ||
      (hub.publicUrl.startsWith('https://') && new URL(hub.publicUrl).host === host);
    if (isSecure) return await next();
    return c.html(<WhyNot host={host} />, 403);
  };
}

/** Browsers treat these as secure without a certificate. */
export function isLocal(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(name) || name === '[::1]';
}

function WhyNot({ host }: { readonly host: string }) {
  return (
    <Page title="Imago Stall needs https" lang="en">
      <h1>The till needs https here</h1>
      <p>
        You opened <b>{host}</b> without encryption. A browser keeps sales offline and lets the camera read codes only
        over https, so the till would forget what it sold. Nothing has been lost.
      </p>
      <p>On the computer that runs the hub, do one of these:</p>
      <ul>
        <li>
          start it with <code>npm start -- --lan</code>: it makes a certificate for this network and shows how a tablet
          trusts it;
        </li>
        <li>
          set <code>TLS_CERT</code> and <code>TLS_KEY</code> to a certificate you have;
        </li>
        <li>put it behind a proxy that speaks https.</li>
      </ul>
    </Page>
  );
}
