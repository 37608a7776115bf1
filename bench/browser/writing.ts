/** C8 and C9: what an agent feels while customers write: own keys, own messages, and theirs. */
import type { Page } from 'playwright'

import { finding, type Finding } from '../lib/report.ts'
import { createSamples, sleep, type Samples } from '../lib/samples.ts'
import { createRandom, messageText } from '../lib/text.ts'
import { connectCustomers, openDesk, openFirstConversation, writeSteadily, type Customers } from './desk.ts'
import { answerOf } from './page.ts'

const ARRIVING = { whileWriting: 50, endToEnd: 20 }
const MESSAGES = 60
const WORDS = 'Okay'
const WRITING_MS = 50
const END_TO_END_MS = 100

export const measureWriting = async (seconds: number): Promise<Finding[]> => {
  const desk = await openDesk()
  const customers = await connectCustomers(desk)
  await openFirstConversation(desk)
  const { keys, bubbles } = await write(desk.page, customers)
  const arrivals = await receive(desk.page, customers, seconds)
  customers.close()
  await desk.close()
  const line = (id: string, what: string, samples: Samples, bar: number): Finding =>
    finding(
      id,
      `${what}, p99 of ${samples.count} (p50 ${samples.percentile(50).toFixed(0)} ms)`,
      'ms',
      samples.percentile(99),
      null,
      `≤ ${bar} ms`,
      (_ratio, ms) => ms <= bar,
    )
  return [
    line('C8', `a key to its character, ${ARRIVING.whileWriting} messages/s arriving`, keys, WRITING_MS),
    line('C8', `Enter to the own bubble, ${ARRIVING.whileWriting} messages/s arriving`, bubbles, WRITING_MS),
    line(
      'C9',
      `a customer sends, the agent's window paints, ${ARRIVING.endToEnd}/s`,
      arrivals,
      END_TO_END_MS,
    ),
  ]
}

/** Writes messages key by key while customers of all conversations write. */
const write = async (page: Page, customers: Customers): Promise<{ keys: Samples; bubbles: Samples }> => {
  const keys = createSamples()
  const bubbles = createSamples()
  const random = createRandom(4)
  await page.evaluate(watchKeys)
  const stop = writeSteadily(ARRIVING.whileWriting, (n) => {
    customers.write(n, messageText(random))
  })
  await sleep(1000)
  for (let n = 0; n < MESSAGES; n += 1) {
    for (const key of WORDS) {
      await page.keyboard.press(key)
      await sleep(20)
    }
    const text = ` ${n}.`
    await page.keyboard.type(text)
    await page.evaluate(watchEnter, WORDS + text)
    await page.keyboard.press('Enter')
    bubbles.add(await answerOf(page))
  }
  stop()
  for (const ms of await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes))
    keys.add(ms)
  return { keys, bubbles }
}

/** Runs in the page: notes how long each key took to be seen. */
const watchKeys = (): void => {
  const keyTimes: number[] = []
  Object.assign(window, { keyTimes })
  document.addEventListener(
    'keydown',
    ({ key, target, timeStamp }) => {
      if (key.length > 1 || !(target instanceof HTMLTextAreaElement)) return
      const onInput = (): void => {
        void window.probe.painted(timeStamp).then((ms) => keyTimes.push(ms))
      }
      target.addEventListener('input', onInput, { once: true })
    },
    { capture: true },
  )
}

/** Runs in the page: notes how long the next Enter takes until the thread shows the text. */
const watchEnter = (text: string): void => {
  const took = new Promise<number>((resolve) => {
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        void window.probe
          .appeared(() => document.querySelector('[role="log"]')?.textContent.includes(text) === true)
          .then(async () => window.probe.painted(timeStamp))
          .then(resolve)
      },
      { capture: true, once: true },
    )
  })
  Object.assign(window, { took })
}

/** Half of the messages go to the open conversation and carry the time they were sent at. */
const receive = async (page: Page, customers: Customers, seconds: number): Promise<Samples> => {
  const random = createRandom(7)
  await page.evaluate(watchArrivals)
  const stop = writeSteadily(ARRIVING.endToEnd, (n) => {
    const text = messageText(random)
    if (n % 2 === 0) customers.write(0, `@${performance.timeOrigin + performance.now()}@ ${text}`)
    else customers.write(n, text)
  })
  await sleep(seconds * 1000)
  stop()
  await sleep(1000)
  const samples = createSamples()
  for (const ms of await page.evaluate(() => (window as unknown as { arrivals: number[] }).arrivals))
    samples.add(ms)
  return samples
}

/** Runs in the page: notes how old each stamped message is when it is painted. */
const watchArrivals = (): void => {
  const arrivals: number[] = []
  const seen = new Set<string>()
  Object.assign(window, { arrivals })
  new MutationObserver(() => {
    const text = document.querySelector('[role="log"]')?.textContent ?? ''
    for (const [, stamp] of text.matchAll(/@([\d.]+)@/gu)) {
      if (stamp === undefined || seen.has(stamp)) continue
      seen.add(stamp)
      void window.probe.painted(Number(stamp) - performance.timeOrigin).then((ms) => arrivals.push(ms))
    }
  }).observe(document, { childList: true, subtree: true, characterData: true })
}
