import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { fileURLToPath } from 'node:url';

const port = Number(process.env['PORT'] ?? 4173);
const hostname = process.env['HOST'] ?? '127.0.0.1';
const dist = fileURLToPath(new URL('../dist', import.meta.url));

const hub = new Hono();
hub.get('/', (c) => c.redirect('/app/'));
hub.get('/healthz', (c) => c.json({ status: 'ok', version: '0.1.0' }));
hub.use('/app/*', async (c, next) => {
  await next();
  c.header('cache-control', c.req.path.startsWith('/app/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
});
hub.use('/app/*', serveStatic({ root: dist, rewriteRequestPath: (path) => path.replace(/^\/app/, '') }));
hub.get('/app/*', serveStatic({ root: dist, path: 'index.html' }));

const server = serve({ fetch: hub.fetch, port, hostname }, () => console.log(`ready http://localhost:${port}`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.close(() => process.exit(0)));
