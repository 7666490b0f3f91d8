import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes down under which address the hub was last started: commands at the console print links with it. */
export function noteAddress(dataDir: string, address: string): void {
  writeFileSync(join(dataDir, 'address'), `${address}\n`);
}

export function notedAddress(dataDir: string): string | undefined {
  try {
    const text = readFileSync(join(dataDir, 'address'), 'utf8').trim();
    return URL.canParse(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
