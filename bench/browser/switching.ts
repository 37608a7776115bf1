/** C3: a click on a conversation until its messages stand on the screen, beside a click that shows fifty bare rows. */
import type { Page } from 'playwright'

import { finding, type Finding } from '../lib/report.ts'
import { createSamples, median, sleep, type Samples } from '../lib/samples.ts'
import { createRandom } from '../lib/text.ts'
import { openBareSite } from './bareSite.ts'
import { openDesk } from './desk.ts'
import { answerOf, openBrowser, openPage } from './page.ts'
import { endMark } from './seedDesk.ts'

const SWITCHES = 300
const BAR = 2
const NEVER_MS = 100
/** Rows of the list that are switched between; all of them were opened once, so their messages are here. */
const ROWS = 60
/** The row above is a conversation in which nobody has written. */
const FIRST_ROW = 1

export const measureSwitching = async (rounds: number): Promise<Finding[]> => {
  const desk = await openDesk()
  const site = await openBareSite()
  const bareBrowser = await openBrowser()
  const barePage = await openPage(bareBrowser, site.url)
  await showAll(desk.page)
  for (let row = FIRST_ROW; row < FIRST_ROW + ROWS; row += 1) {
    await switchTo(desk.page, row)
    await sleep(50)
  }

  const random = createRandom(8)
  const product: Samples[] = []
  const bare: Samples[] = []
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await repeat(async () => switchBare(barePage)))
    await desk.page.bringToFront()
    product.push(
      await repeat(async () => {
        // A conversation that is open already is not switched to.
        for (;;) {
          const ms = await switchTo(desk.page, FIRST_ROW + random.below(ROWS))
          if (ms !== null) return ms
        }
      }),
    )
  }
  await bareBrowser.close()
  await site.close()
  await desk.close()

  const line = (percent: number): Finding => {
    const at = (samples: readonly Samples[]): number[] => samples.map((one) => one.percentile(percent))
    const ratio = median(at(product).map((ms, round) => ms / (at(bare)[round] ?? Number.NaN)))
    const what = `switch of conversation, ${ROWS} of 1,000 in the list, p${percent}`
    const bar = `≤ ${BAR} × fifty bare rows`
    return {
      ...finding('C3', what, 'ms', median(at(product)), median(at(bare)), bar, () => ratio <= BAR),
      ratio,
    }
  }
  const longest = Math.max(...product.map((samples) => samples.percentile(100)))
  const slowest = `the longest of ${SWITCHES * rounds} switches`
  return [
    line(50),
    line(99),
    finding(
      'C3',
      slowest,
      'ms',
      longest,
      Math.max(...bare.map((samples) => samples.percentile(100))),
      `≤ ${NEVER_MS} ms`,
      () => longest <= NEVER_MS,
    ),
  ]
}

const repeat = async (measure: () => Promise<number>): Promise<Samples> => {
  const samples = createSamples()
  for (let n = 0; n < SWITCHES; n += 1) {
    samples.add(await measure())
    await sleep(20)
  }
  return samples
}

const showAll = async (page: Page): Promise<void> => {
  await page.locator('[aria-setsize="1000"]').first().waitFor()
}

/** Clicks the row of this number; null when it is the open one. */
export const switchTo = async (page: Page, row: number): Promise<number | null> => {
  const place = await page.evaluate(async (index) => {
    const list = document.querySelector('.fy-rows')
    const height = list?.querySelector('[data-index]')?.getBoundingClientRect().height ?? 0
    list?.scrollTo({ top: index * height - 200 })
    await window.probe.painted(0)
    await window.probe.painted(0)
    const element = list?.querySelector(`[data-index="${index}"]`)
    const box = element?.getBoundingClientRect()
    if (!box || element?.getAttribute('aria-selected') === 'true') return null
    return { id: element?.getAttribute('data-id') ?? '', x: box.x + 100, y: box.y + box.height / 2 }
  }, row)
  if (!place) return null
  await page.evaluate((mark) => {
    const took = new Promise<number>((resolve) => {
      document.addEventListener(
        'click',
        (event) => {
          void window.probe
            .appeared(() => document.querySelector('[role="log"]')?.textContent.includes(mark) === true)
            .then(async () => window.probe.painted(event.timeStamp))
            .then(resolve)
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { took })
  }, endMark(place.id))
  await page.mouse.click(place.x, place.y)
  return answerOf(page)
}

export const switchBare = async (page: Page): Promise<number> => {
  await page.bringToFront()
  await page.evaluate(() => {
    const before = document.querySelector('[data-conversation]')?.getAttribute('data-conversation')
    const took = new Promise<number>((resolve) => {
      document.addEventListener(
        'click',
        (event) => {
          void window.probe
            .appeared(
              () =>
                document.querySelector('[data-conversation]')?.getAttribute('data-conversation') !== before,
            )
            .then(async () => window.probe.painted(event.timeStamp))
            .then(resolve)
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { took })
  })
  await page.mouse.click(400, 400)
  return answerOf(page)
}
