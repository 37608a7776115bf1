/** D4: scrolling through a very long thread and a long list, a step each frame. */
import type { Page } from 'playwright'

import { finding, type Finding } from '../lib/report.ts'
import { createSamples, sleep, type Samples } from '../lib/samples.ts'
import { switchTo } from './switching.ts'

const FRAMES = 300
const STEP_PX = 200
const FRAME_MS = 32

/** The first row of the list is the longest conversation. */
export const measureScrolling = async (page: Page): Promise<Finding[]> => {
  await page.evaluate(() => {
    document.querySelector('.fy-rows')?.scrollTo({ top: 0 })
  })
  const idle = await scroll(page, '.fy-rows', 0)
  const list = await scroll(page, '.fy-rows', STEP_PX)
  await switchTo(page, 0)
  await sleep(500)
  const thread = await scroll(page, '[role="log"]', -STEP_PX)
  const line = (what: string, samples: Samples): Finding =>
    finding(
      'D4',
      `frames while ${what} is scrolled by ${STEP_PX} px each, p95 of ${samples.count}; beside it idle`,
      'ms',
      samples.percentile(95),
      idle.percentile(95),
      `≤ ${FRAME_MS} ms`,
      (_ratio, ms) => ms <= FRAME_MS,
    )
  return [line('the list', list), line('the longest thread', thread)]
}

const scroll = async (page: Page, selector: string, stepPx: number): Promise<Samples> => {
  const samples = createSamples()
  const deltas = await page.evaluate(
    async ({ selector, stepPx, frames }) => {
      const box = document.querySelector(selector)
      const end = window.probe.frames()
      for (let n = 0; n < frames; n += 1) {
        await new Promise(requestAnimationFrame)
        // By hand, as far as the page can tell.
        box?.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))
        box?.scrollBy({ top: stepPx })
      }
      return end()
    },
    { selector, stepPx, frames: FRAMES },
  )
  for (const ms of deltas) samples.add(ms)
  return samples
}
