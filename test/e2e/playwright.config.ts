import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.ts';

// Found once: Playwright reads this file again in every worker.
process.env['CHROMIUM_PATH'] ||= findBrowser();

const asRoot = process.getuid?.() === 0;
const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  // Each file starts its own server on its own database; inside a file the order counts.
  fullyParallel: false,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // The file of the JSON report is named by PLAYWRIGHT_JSON_OUTPUT_NAME.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? 'list' : [['list'], ['json']],
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 8_000,
    navigationTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    // Filming each step would cost more than the steps; the state of the page at each is kept.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      // Chromium's sandbox does not run as root.
      args: [...(asRoot ? ['--no-sandbox'] : []), ...quiet, '--no-first-run'],
    },
  },
});
