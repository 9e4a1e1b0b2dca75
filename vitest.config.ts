import { defineConfig } from 'vitest/config';

const setupFiles = ['fail-on-console-error.ts', 'seed.ts'].map((file) => `${import.meta.dirname}/test/setup/${file}`);

// Lingui looks for its configuration in the current folder, which here is the workspace's.
process.env['LINGUI_CONFIG'] ??= `${import.meta.dirname}/apps/web/lingui.config.ts`;

/** One project of tests that run in Node. */
function nodeProject(name: string, root: string, include = ['src/**/*.test.ts'], testTimeout = 20_000) {
  return { test: { name, root, include, setupFiles, testTimeout, hookTimeout: 60_000 } };
}

export default defineConfig({
  test: {
    allowOnly: process.env['CI'] === undefined,
    passWithNoTests: true,
    projects: [
      nodeProject('domain', 'packages/domain'),
      nodeProject('db', 'packages/db'),
      nodeProject('demo-fund', 'packages/demo-fund'),
      nodeProject('optimiser', 'packages/optimiser'),
      nodeProject('server', 'apps/server'),
      {
        extends: './apps/web/vite.config.ts',
        root: './apps/web',
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles,
          testTimeout: 20_000,
          // Style is not looked at, but for the colours as text.
          css: { include: [/\?raw$/u] },
        },
      },
      nodeProject('repo', 'test/repo', ['**/*.test.ts'], 60_000),
      nodeProject('postgres', 'test/postgres', ['**/*.test.ts'], 60_000),
      // Kills, races and attacks that take seconds; the long ones are *.soak.ts (npm run test:faults).
      nodeProject('faults', 'test/faults', ['**/*.test.ts'], 120_000),
      nodeProject('faults-soak', 'test/faults', ['**/*.soak.ts'], 1_800_000),
    ],
    // Two kernels are the smallest machine this runs on.
    maxWorkers: 2,
  },
});
