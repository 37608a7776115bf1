/** W3: what a customer on the road waits for: the window after the click, and a message on its way (R-18-069). */
import type { Browser } from 'playwright'

import { buildIfChanged } from '../../scripts/support/builds.ts'
import { launchChromium } from '../../tests/support/chromium.ts'
import { startHostPage } from '../../tests/support/hostPage.ts'
import { finding, type Finding } from '../lib/report.ts'
import { createSamples, median, sleep } from '../lib/samples.ts'
import { openSlowLine, type Line } from '../lib/slowLine.ts'
import { openDesk, openFirstConversation, type Desk } from './desk.ts'
import { customersInSession } from './seedDesk.ts'

const WIDGET = 'bench-widget'
const MESSAGES = 20
const FOUR_G: Line = { kilobits: 1600, roundTripMs: 150 }
const SLOW_3G: Line = { kilobits: 400, roundTripMs: 400 }

export const measureCustomerWindow = async (rounds: number): Promise<Finding[]> => {
  if (!(await buildIfChanged(['widget'], console.log))) throw new Error('the chat could not be built')
  const desk = await openDesk()
  await openFirstConversation(desk)
  const browser = await launchChromium()
  const found = [
    await usable(browser, desk, rounds, '4G', FOUR_G, 1500),
    await usable(browser, desk, rounds, 'slow 3G', SLOW_3G, 4000),
    await arriving(browser, desk),
  ]
  await browser.close()
  await desk.close()
  return found
}

/** From the click on the entry until one can write, with nothing in the cache but the page itself. */
const usable = async (
  browser: Browser,
  { port }: Desk,
  rounds: number,
  name: string,
  line: Line,
  bar: number,
): Promise<Finding> => {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const slow = await openSlowLine(port, line)
    const host = await startHostPage({ server: `http://127.0.0.1:${slow.port}`, widget: WIDGET, calm: true })
    const context = await browser.newContext({ locale: 'en' })
    const page = await context.newPage()
    await page.goto(host.url)
    await page.getByRole('button', { name: /chat|客服/iu }).waitFor({ timeout: 30_000 })
    await page.waitForLoadState('networkidle')
    const began = performance.now()
    await page.getByRole('button', { name: /chat|客服/iu }).click()
    await page.frameLocator('iframe').locator('textarea').waitFor({ timeout: 30_000 })
    took.push(performance.now() - began)
    await context.close()
    await host.close()
    slow.close()
  }
  return finding(
    'W3',
    `a click until the window can be written in, ${name} (${line.kilobits} kbit/s, ${line.roundTripMs} ms)`,
    'ms',
    median(took),
    null,
    `≤ ${bar} ms`,
    (_ratio, ms) => ms <= bar,
  )
}

/** From Enter in the window until the agent can read it. */
const arriving = async (browser: Browser, desk: Desk): Promise<Finding> => {
  const slow = await openSlowLine(desk.port, FOUR_G)
  const context = await browser.newContext({ locale: 'en' })
  await context.addInitScript(
    ([name, token]) => {
      localStorage.setItem(name ?? '', token ?? '')
    },
    [`foyer:${WIDGET}:token`, customersInSession()[0]?.customerToken ?? ''],
  )
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${slow.port}/chat/${WIDGET}`)
  const field = page.locator('textarea')
  await field.waitFor({ timeout: 30_000 })
  const samples = createSamples()
  for (let n = 1; n <= MESSAGES; n += 1) {
    const text = `From the road, number ${n}.`
    await field.fill(text)
    const began = performance.now()
    await field.press('Enter')
    await desk.page.getByRole('log').getByText(text, { exact: true }).waitFor()
    // The first may have waited for the connection.
    if (n > 1) samples.add(performance.now() - began)
    // Nobody writes faster than that; whoever does is asked to wait.
    await sleep(200)
  }
  await context.close()
  slow.close()
  return finding(
    'W3',
    `a message until the agent can read it, 4G, the longest of ${samples.count} (p50 ${samples.percentile(50).toFixed(0)} ms)`,
    'ms',
    samples.percentile(100),
    null,
    '≤ 500 ms',
    (_ratio, ms) => ms <= 500,
  )
}
