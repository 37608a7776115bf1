/** D6: every button of the workbench, from the press to the next picture. */
import type { Page } from 'playwright'

import { finding, type Finding } from '../lib/report.ts'
import { createSamples, sleep, type Samples } from '../lib/samples.ts'
import { openDesk, openFirstConversation } from './desk.ts'

const BAR_MS = 100
/** The browser does not tell of what took less. */
const LEAST_MS = 16
const AFTER_MS = 150
/** A name with a figure in it may change again and again. */
const MOST = 100
/** Pressed, these lead out of the workbench or the conversation, or put others away. */
const LEAVING = 'sign out|end session|quit|close|customer profile|show me around'

export const measureButtons = async (rounds: number): Promise<Finding[]> => {
  const desk = await openDesk()
  await openFirstConversation(desk)
  await desk.page.evaluate(watchInteractions, LEAST_MS)
  for (let round = 0; round < rounds; round += 1) await pressAll(desk.page)
  const samples = await takeDelays(desk.page)
  await desk.close()
  const what = `a press of a button to the next picture, p95 of ${samples.count} (longest ${samples.percentile(100).toFixed(0)} ms)`
  return [
    finding('D6', what, 'ms', samples.percentile(95), null, `≤ ${BAR_MS} ms`, (_ratio, ms) => ms <= BAR_MS),
  ]
}

/** One after the other, as long as there is one whose name was not pressed yet. */
const pressAll = async (page: Page): Promise<void> => {
  const pressed: string[] = []
  while (pressed.length < MOST) {
    const next = await page.evaluate(findButton, { pressed, leaving: LEAVING })
    if (!next) return
    pressed.push(next.name)
    await page.mouse.click(next.x, next.y)
    await sleep(AFTER_MS)
    await page.keyboard.press('Escape')
    await sleep(AFTER_MS)
  }
}

interface Found {
  readonly name: string
  readonly x: number
  readonly y: number
}

/** Runs in the page. */
const findButton = ({
  pressed,
  leaving,
}: {
  readonly pressed: readonly string[]
  readonly leaving: string
}): Found | null => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button, [role="tab"]')) {
    const name = button.ariaLabel ?? button.textContent
    if (pressed.includes(name) || new RegExp(leaving, 'iu').test(name)) continue
    const box = button.getBoundingClientRect()
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    if (!button.disabled && button.contains(document.elementFromPoint(x, y))) return { name, x, y }
  }
  return null
}

const takeDelays = async (page: Page): Promise<Samples> => {
  await sleep(500)
  const samples = createSamples()
  const found = await page.evaluate(() => (window as unknown as { delays: () => number[] }).delays())
  for (const ms of found) samples.add(ms)
  return samples
}

/** Runs in the page: the longest event of each press, as the browser itself measures it. */
const watchInteractions = (leastMs: number): void => {
  const longest = new Map<number, number>()
  let presses = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
      if (entry.interactionId > 0 && !entry.name.startsWith('key'))
        longest.set(entry.interactionId, Math.max(entry.duration, longest.get(entry.interactionId) ?? 0))
  }).observe({ type: 'event', durationThreshold: leastMs } as PerformanceObserverInit)
  document.addEventListener('click', () => (presses += 1), { capture: true })
  const delays = (): number[] => {
    const slow = [...longest.values()]
    return [...slow, ...Array.from({ length: Math.max(0, presses - slow.length) }, () => leastMs)]
  }
  Object.assign(window, { delays })
}
