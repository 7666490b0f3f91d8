/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { authRoutes } from './auth/routes.ts';
import { tabletFrom } from './auth/require-tablet.ts';
import { appFiles } from './http/app-files.ts';
import { securityHeaders } from './http/headers.ts';
import { explainPlainHttp } from './http/plain-http.tsx';
import { answerProblem } from './http/problems.ts';
import { publicLimit } from './http/rate-limits.ts';
import { Refused } from './http/refused.ts';
import type { Hub } from './hub.ts';
import { NothingHere } from './shopper/nothing-here.tsx';
import { mediaRoutes } from './media/routes.ts';
import { pageFiles } from './shopper/page-files.ts';
import { receiptRoutes } from './shopper/receipt.tsx';
import { rescueRoutes } from './sync/rescue.ts';
import { syncRoutes } from './sync/routes.ts';

/**
 * All the hub answers: till under /app/, API under /api/, public codes at /<CODE>, receipts under /r/.
 * @param appFolder the built till
 */
export function createApp(hub: Hub, appFolder: string): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.onError((cause, c) => answerProblem(hub, cause, c));

  app.get('/healthz', async (c) =>
    c.json({ status: 'ok', version: hub.version, ...(await counts(hub, c.req.header('authorization'))) }),
  );

  app.route('/api', authRoutes(hub));
  app.route('/api', syncRoutes(hub));
  app.route('/api', mediaRoutes(hub));
  app.route('/api', rescueRoutes(hub));
  app.all('/api/*', () => {
    throw new Refused('not-found', 'no such address');
  });

  app.get('/', (c) => c.redirect('/app/'));
  app.get('/app', (c) => c.redirect('/app/'));
  app.use('/app/*', explainPlainHttp(hub));
  app.use('/app/*', compress({ encoding: 'gzip' }));
  app.route('/app', appFiles(appFolder));
  app.use('*', publicLimit());
  app.route('/pages', pageFiles(appFolder));
  app.route('/', receiptRoutes(hub));
  app.notFound((c) => c.html(<NothingHere language={c.req.header('accept-language')} />, 404));
  return app;
}

/** How much there is, for who has a token; the database is asked in either case, so a sick one shows. */
async function counts(hub: Hub, authorization: string | undefined): Promise<object> {
  await hub.db.selectFrom('collectives').select('id').limit(1).execute();
  const tablet = await tabletFrom(hub, authorization);
  if (!tablet) return {};
  const { collective } = tablet;
  const heads = await hub.db.selectFrom('heads').select('n').where('collective', '=', collective).execute();
  const { devices } = await hub.db
    .selectFrom('devices')
    .select((eb) => eb.fn.countAll<number>().as('devices'))
    .where('collective', '=', collective)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { collective, entries: heads.reduce((sum, head) => sum + head.n, 0), tablets: devices };
}
