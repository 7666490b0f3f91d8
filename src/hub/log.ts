import pino, { type Logger } from 'pino';

/**
 * Structured lines on stderr; stdout is for the person at the console. Only fields named by our own code are written:
 * ids, kinds, counts. No token, code, payload, name or address of a shopper.
 */
export function createLog(level: string): Logger {
  return pino(
    { name: 'imago-hub', level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
