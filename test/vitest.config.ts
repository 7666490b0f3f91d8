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
    // A process for each file costs more than most files' tests; what a file leaves behind is put back (see below).
    isolate: false,
    // Left to itself Vitest keeps one core free, which is half of a small machine.
    maxWorkers: '100%',
    unstubGlobals: true,
    restoreMocks: true,
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
          setupFiles: ['test/support/fresh-indexeddb.ts'],
          include: WITH_INDEXED_DB,
        },
      },
    ],
  },
});
