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
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      // A hand that holds a camera tries again from a little nearer: which size this decoder misses depends on the code.
      let trouble: unknown;
      for (const scale of [1, 1.5, 2, 0.75, 3]) {
        const canvas = document.createElement('canvas');
        canvas.width = image.width * scale + 80;
        canvas.height = image.height * scale + 80;
        const paper = canvas.getContext('2d');
        if (!paper) throw new Error('no canvas');
        paper.fillStyle = '#fff';
        paper.fillRect(0, 0, canvas.width, canvas.height);
        paper.drawImage(image, 40, 40, image.width * scale, image.height * scale);
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
        if (!blob) throw new Error('no picture');
        try {
          return await new Html5Qrcode('reader').scanFile(new File([blob], 'code.png', { type: 'image/png' }), false);
        } catch (missed) {
          trouble = missed;
        }
      }
      throw trouble;
    }, picture);
  } finally {
    await page.close();
  }
}
