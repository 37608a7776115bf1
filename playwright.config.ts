import { defineConfig } from '@playwright/test'
import { chromium } from 'playwright'

import { CHROMIUM_ARGS, findChromium, thisMachine } from './tests/support/browser.ts'

const executablePath = findChromium(thisMachine(chromium.executablePath()))

/** Journeys through the real server, the real worker and the real widget. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/playwright',
  // Each journey has a server and browsers of its own, and mostly waits for one of them.
  workers: 2,
  // A busy machine of two cores is slow, not wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['line'], ['json', { outputFile: 'out/test-results/e2e.json' }]],
  use: {
    locale: 'zh-CN',
    // What was done and how long it took; pictures of every step would slow all of them down.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
  },
})
