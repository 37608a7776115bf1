import { expect, it } from 'vitest'

import { findChromium, type Machine } from '../support/browser.ts'

const machine = (present: string[], overrides: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  env: {},
  exists: (path) => present.includes(path),
  playwrightPath: '/playwright/chrome',
  ...overrides,
})

it('a browser named by the environment goes before all others', () => {
  const env = { FOYER_CHROMIUM: '/mine' }
  expect(findChromium(machine(['/mine', '/playwright/chrome'], { env }))).toBe('/mine')
})

it('a named browser that is not there is an error, not a silent other one', () => {
  const env = { FOYER_CHROMIUM: '/mine' }
  expect(() => findChromium(machine(['/usr/bin/chromium'], { env }))).toThrow('/mine')
})

it("Playwright's own browser goes before the system's, and without any there is none", () => {
  expect(findChromium(machine(['/playwright/chrome', '/usr/bin/chromium']))).toBe('/playwright/chrome')
  expect(findChromium(machine(['/usr/bin/microsoft-edge']))).toBe('/usr/bin/microsoft-edge')
  expect(findChromium(machine([]))).toBeUndefined()
})
