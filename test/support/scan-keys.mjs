/**
 * Types as a hardware scanner does, with the scanner's own times on the keys: how long a crowded machine takes to hand
 * them on is then nobody's doubt. `gaps`: milliseconds before each further key and before Enter; 8 where none is said.
 * @param {import('playwright-core').Page} page @param {string} text @param {readonly number[]} [gaps]
 */
export async function scanKeys(page, text, gaps = []) {
  const keyboard = await page.context().newCDPSession(page);
  // Seconds since 1970, in the past: an event from the future is given the present.
  let timestamp = Date.now() / 1000 - 10;
  const sent = [...text.split(''), 'Enter'].flatMap((key, place) => {
    timestamp += place === 0 ? 0 : (gaps[place - 1] ?? 8) / 1000;
    const typed = key === 'Enter' ? '\r' : key;
    return [
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: typed, timestamp }),
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
    ];
  });
  await Promise.all(sent);
  await keyboard.detach();
}
