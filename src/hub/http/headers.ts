import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * What a page of ours may do. `wasm-unsafe-eval` is the till's code reader. Styles come from files; the few that the till
 * writes into its page while it runs are known by their hash. No HSTS: it would lock a stall out of a hub whose local
 * authority changed (decision 034); a proxy in front adds it.
 */
export function securityHeaders(): MiddlewareHandler {
  const ofTill = headers(["'wasm-unsafe-eval'"], WRITTEN_STYLES.map(hashSource));
  const ofPages = headers([], []);
  return (c, next) => (c.req.path.startsWith('/app/') ? ofTill : ofPages)(c, next);
}

/** Style elements that scripts of the till add, letter by letter; a test compares them with who writes them. */
export const WRITTEN_STYLES: readonly string[] = [
  // The paper of a receipt.
  '@page { size: 80mm 200mm; margin: 4mm }',
  '@page { size: A4; margin: 20mm }',
];

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function headers(scripts: readonly string[], styles: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...scripts],
      workerSrc: ["'self'"],
      styleSrc: ["'self'", ...styles],
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
