import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * What a page of ours may do. `wasm-unsafe-eval` is the till's code reader. Styles come from files and nowhere else. No
 * HSTS: it would lock a stall out of a hub whose local authority changed (decision 034); a proxy in front adds it.
 */
export function securityHeaders(): MiddlewareHandler {
  const ofTill = headers(["'wasm-unsafe-eval'"]);
  const ofPages = headers([]);
  return (c, next) => (c.req.path.startsWith('/app/') ? ofTill : ofPages)(c, next);
}

function headers(scripts: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...scripts],
      workerSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      mediaSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [], payment: [], usb: [] },
  });
}
