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
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: 'out/test-results/e2e.json' }]],
  use: {
    locale: 'zh-CN',
    trace: 'retain-on-failure',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
  },
})
