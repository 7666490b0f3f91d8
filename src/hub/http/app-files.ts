import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

/**
 * The built till under /app/. Files with a hash in their name are kept for ever by the browser; everything else is
 * asked for each time. Any other address under /app/ is the till's own page, because its router knows it.
 */
export function appFiles(folder: string): Hono {
  const files = new Hono();
  files.use('*', async (c, next) => {
    await next();
    const isHashed = /^\/app\/assets\/.+-[\w-]{8,}\.\w+$/.test(c.req.path) && c.res.ok;
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html') === true;
    c.header('cache-control', isHashed && !isPage ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  files.use('*', etag());
  files.use('*', serveStatic({ root: folder, rewriteRequestPath: (path) => path.replace(/^\/app/, '') }));
  // A file that is gone must not be answered with a page: a browser would take it for the script.
  files.get('/assets/*', (c) => c.notFound());
  files.get('*', serveStatic({ root: folder, path: 'index.html' }));
  return files;
}
