/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { Hub } from '../hub.ts';
import { readReceipt } from '../storage/receipts.ts';
import { NothingHere } from './nothing-here.tsx';
import { NotYet, ReceiptPage } from './receipt-page.tsx';
import { intlAsked } from './words.ts';

/** `GET /r/<secret>`: the receipt that a shopper's phone opens from the QR, as soon as the sale has arrived. */
export function receiptRoutes(hub: Hub): Hono {
  const routes = new Hono();
  routes.get('/r/:secret', async (c) => {
    const secret = c.req.param('secret');
    const language = c.req.header('accept-language');
    c.header('x-robots-tag', 'noindex');
    c.header('cache-control', 'no-store');
    if (!/^[A-Za-z0-9_-]{16,64}$/.test(secret)) return c.html(<NothingHere language={language} />, 404);
    const receipt = await readReceipt(hub, secret);
    // 200 in both cases: the address is right, the tablet has only not been online yet.
    return c.html(receipt ? <ReceiptPage receipt={receipt} /> : <NotYet intl={intlAsked(language)} />);
  });
  return routes;
}
