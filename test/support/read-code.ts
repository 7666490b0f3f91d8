import { createRequire } from 'node:module';
import type { BrowserContext, Locator } from '@playwright/test';

interface Reader {
  scanFile(file: File, show: boolean): Promise<string>;
}

/** What a camera reads in the code on the screen: a picture of it, given to the library the till scans with. */
export async function readCode(context: BrowserContext, code: Locator): Promise<string> {
  const picture = (await code.screenshot()).toString('base64');
  const page = await context.newPage();
  try {
    await page.setContent('<div id="reader"></div>');
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('html5-qrcode/html5-qrcode.min.js') });
    return await page.evaluate(async (base64) => {
      const { Html5Qrcode } = globalThis as unknown as { Html5Qrcode: new (element: string) => Reader };
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
      return new Html5Qrcode('reader').scanFile(new File([bytes], 'code.png', { type: 'image/png' }), false);
    }, picture);
  } finally {
    await page.close();
  }
}
