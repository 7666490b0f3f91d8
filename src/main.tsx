import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Workbox } from 'workbox-window';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <h1>Imago Stall</h1>
  </StrictMode>,
);

if ('serviceWorker' in navigator && import.meta.env.PROD) void new Workbox('/app/sw.js').register();
