import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal } from '../../sync/protocol.ts';
import type { Hub } from '../hub.ts';
import { databaseTrouble } from '../storage/database.ts';
import { Refused, STATUS } from './refused.ts';

/** Every failure under /api/ is JSON of the `Refusal` shape; a stack or a payload never leaves the hub. */
export function answerProblem(hub: Hub, cause: unknown, c: Context): Response {
  if (cause instanceof Refused) {
    hub.log.info({ path: c.req.path, kind: cause.refusal.kind, detail: cause.refusal.detail }, 'refused');
    return refusal(c, cause.refusal, STATUS[cause.refusal.kind]);
  }
  const trouble = databaseTrouble(cause);
  hub.log.error({ path: c.req.path, trouble, message: cause instanceof Error ? cause.message : 'unknown' }, 'problem');
  const detail = trouble ? `the hub's database is ${trouble}` : 'the hub could not do this';
  return refusal(
    c,
    { kind: 'hub-busy', detail, retryAfterSeconds: trouble === 'locked' ? 2 : 30 },
    trouble ? 503 : 500,
  );
}

function refusal(c: Context, body: Refusal, status: ContentfulStatusCode): Response {
  if (body.retryAfterSeconds !== undefined) c.header('retry-after', String(body.retryAfterSeconds));
  c.header('cache-control', 'no-store');
  return c.json(body, status);
}
