import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { keepStorage, openLastStall, whyUnopened, type OpenStall } from './app/open-stall.ts';
import { readPreferences } from './app/registry.ts';
import { serviceWorker } from './app/service-worker.ts';
import { showProgress } from './app/starting.ts';
import type { Unopened } from './app/stopped.tsx';
import type { Preferences } from './store/stall.tsx';
import { turnLog } from './store/turn-log.ts';

const page = document.getElementById('root');
if (!page) throw new Error('index.html has no #root');
const root = createRoot(page);

await turnLog();
const [open, preferences] = await Promise.all([start(), readPreferences().catch(() => undefined)]);
const fallback: Preferences = { theme: 'light', hand: 'right', sound: false, letterKeys: true, language: 'en' };
root.render(
  <StrictMode>
    <App open={open} preferences={preferences ?? fallback} />
  </StrictMode>,
);
serviceWorker.register();
if ('db' in open && 'device' in open) void keepStorage();

/** The collective used last, or why none could be opened: the app says so. */
async function start(): Promise<OpenStall | Unopened> {
  try {
    return await openLastStall(showProgress);
  } catch (thrown) {
    console.error(thrown);
    return whyUnopened(thrown);
  }
}
