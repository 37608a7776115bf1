/** C7 in the browser: the window stays smooth while the worker takes in what was missed. */
import type { Page } from 'playwright'

import { buildIfChanged } from '../../scripts/support/builds.ts'
import { FIRST_REVISION, missedFrames } from '../client/playedLog.ts'
import { usableCores } from '../lib/process.ts'
import { finding, type Finding } from '../lib/report.ts'
import { createSamples, sleep, type Samples } from '../lib/samples.ts'
import { openBrowser, openPage } from './page.ts'
import { openPlayedSite } from './playedSite.ts'

const FRAME_MS = 33
const IDLE_MS = 5000
const FIRST_AT = Date.UTC(2026, 0, 5)
const LONGEST_MS = 600_000

export const measureCatchUpFrames = async (messages: number): Promise<Finding[]> => {
  usableCores()
  if (!(await buildIfChanged(['web'], console.log))) throw new Error('the workbench could not be built')
  const frames = missedFrames(messages, FIRST_REVISION, FIRST_AT)
  const site = await openPlayedSite()
  const browser = await openBrowser()
  const page = await openPage(browser, `${site.url}/?lang=en&ticket=any`)
  const connected = page.getByRole('contentinfo', { name: 'Status' }).getByText('Connected')
  await connected.waitFor({ timeout: LONGEST_MS })
  await page.locator('[data-index="0"]').click()

  const idle = await framesWhile(page, async () => sleep(IDLE_MS))
  const began = performance.now()
  const busy = await framesWhile(page, async () => {
    site.play(frames, FIRST_REVISION + messages)
    await connected.waitFor({ state: 'hidden', timeout: LONGEST_MS })
    await connected.waitFor({ timeout: LONGEST_MS })
  })
  const perSecond = messages / ((performance.now() - began) / 1000)
  await browser.close()
  await site.close()
  const what = `frames while ${messages.toLocaleString('en')} missed messages come in (${Math.round(perSecond).toLocaleString('en')}/s cached), p99 of ${busy.count}; beside it idle`
  return [
    finding(
      'C7',
      what,
      'ms',
      busy.percentile(99),
      idle.percentile(99),
      `≤ ${FRAME_MS} ms`,
      (_ratio, ms) => ms <= FRAME_MS,
    ),
  ]
}

const framesWhile = async (page: Page, work: () => Promise<void>): Promise<Samples> => {
  await page.evaluate(() => {
    Object.assign(window, { endFrames: window.probe.frames() })
  })
  await work()
  const samples = createSamples()
  const deltas = await page.evaluate(() => (window as unknown as { endFrames: () => number[] }).endFrames())
  for (const ms of deltas) samples.add(ms)
  return samples
}
