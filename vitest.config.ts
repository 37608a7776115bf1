import { playwright } from '@vitest/browser-playwright'
import { chromium } from 'playwright'
import { defineConfig } from 'vitest/config'

import { compiledReact } from './build/compiledReact.ts'
import { CHROMIUM_ARGS, findChromium, thisMachine } from './tests/support/browser.ts'
import { LongestFirst } from './tests/support/longestFirst.ts'

// Found before the first test: a dependency found later reloads the page under a running test.
const RUNTIME = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react/compiler-runtime',
  'vitest-browser-react',
]
const executablePath = findChromium(thisMachine(chromium.executablePath()))

export default defineConfig({
  test: {
    // A worker mostly waits for browsers, servers and databases.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          globalSetup: ['tests/support/templates.ts'],
          // Each test makes what it needs; a process for each file would load the same modules two hundred times.
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.browser.test.*'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What is waited for comes in its own time on a busy machine.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        plugins: compiledReact(import.meta.dirname),
        optimizeDeps: {
          entries: ['src/**/*.browser.test.{ts,tsx}'],
          include: RUNTIME,
          exclude: ['@sqlite.org/sqlite-wasm'],
        },
        worker: { format: 'es' },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          testTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1280, height: 800 },
            provider: playwright({
              launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
