import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

export default defineConfig({
  base: '/app/',
  define: { 'import.meta.env.IMAGO_VERSION': JSON.stringify(version) },
  plugins: [
    react(),
    VitePWA({
      // Our own service worker (src/sw.ts), registered by the app itself: an update is offered, never forced on a sale.
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false, // the pattern below has them already
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webp,avif,woff2,wasm,webmanifest}'],
        // For shops and readme pages; a till has no use for pictures of itself.
        globIgnores: ['**/screenshots/**'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
      manifest: {
        id: '/app/',
        name: 'Imago Stall',
        short_name: 'Imago Stall',
        description: 'The till for photographer collectives at pop-up markets. Sells without a network.',
        start_url: '/app/',
        scope: '/app/',
        display: 'standalone',
        orientation: 'any',
        background_color: '#F5F3EE',
        theme_color: '#F5F3EE',
        lang: 'en',
        categories: ['business', 'shopping'],
        icons: [
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        screenshots: [
          {
            src: 'screenshots/till.webp',
            sizes: '1180x820',
            type: 'image/webp',
            form_factor: 'wide',
            label: 'The till',
          },
          {
            src: 'screenshots/phone.webp',
            sizes: '390x844',
            type: 'image/webp',
            form_factor: 'narrow',
            label: 'On a phone',
          },
        ],
      },
    }),
  ],
  worker: { format: 'es' },
  // `npm run dev` shows the app alone; what belongs to the hub goes to one started by `npm start`.
  server: { proxy: { '/api': 'http://localhost:4173', '/healthz': 'http://localhost:4173' } },
  build: { target: ['chrome111', 'safari16.4', 'firefox114'], sourcemap: true },
});
