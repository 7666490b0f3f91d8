import { defineConfig } from 'vitest/config';

// Folders whose code reaches IndexedDB; the rest of the tests see plain Node.
const WITH_INDEXED_DB = ['store', 'sync', 'worker', 'features', 'app', 'tools', 'journeys'].map(
  (folder) => `test/${folder}/**/*.test.{ts,tsx}`,
);

export default defineConfig({
  test: {
    passWithNoTests: true,
    // A busy machine must not fail a test: speed is measured by the benches, never by a time-out.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    coverage: { provider: 'v8', include: ['src/**'] },
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['test/**/*.test.{ts,tsx}'], exclude: WITH_INDEXED_DB },
      },
      {
        extends: true,
        test: {
          name: 'store',
          environment: 'node',
          setupFiles: ['fake-indexeddb/auto'],
          include: WITH_INDEXED_DB,
        },
      },
    ],
  },
});
