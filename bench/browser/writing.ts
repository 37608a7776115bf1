/** C8, C9 and D1: what an agent feels while customers write: own keys, own messages, and theirs. */
import type { Page } from 'playwright'

import { usableCores } from '../lib/process.ts'
import { finding, type Finding } from '../lib/report.ts'
import { createSamples, sleep, type Samples } from '../lib/samples.ts'
import { createRandom, messageText } from '../lib/text.ts'
import { connectCustomers, openDesk, openFirstConversation, writeSteadily, type Customers } from './desk.ts'
import { answerOf, openBrowser, openPage } from './page.ts'

const ARRIVING = { whileWriting: 50, endToEnd: 20 }
const MESSAGES = 60
/** What is sent to see how long it takes; begins unlike anything typed before it. */
const WORDS = { calm: 'Well', busy: 'Okay' }
/** What somebody who types fifty keys a second, five times as fast as people do, writes between two messages. */
const SENTENCE = 'Your parcel is on its way today.'
const SENTENCES = 15
const KEY_PAUSE_MS = 20
const WRITING_MS = 50
const END_TO_END_MS = 100
const KEY_MS = 16
/** Nothing but a field: what the machine and its browser need for a key. */
const BARE = 'data:text/html,<textarea autofocus></textarea>'

export const measureWriting = async (seconds: number): Promise<Finding[]> => {
  usableCores()
  const bare = await typeBare()
  const desk = await openDesk()
  const customers = await connectCustomers(desk)
  await openFirstConversation(desk)
  await desk.page.evaluate(watchKeys)
  const calm = await typeSentences(desk.page)
  await send(desk.page, WORDS.calm)
  const random = createRandom(4)
  const stop = writeSteadily(ARRIVING.whileWriting, (n) => {
    customers.write(n, messageText(random))
  })
  await sleep(1000)
  const keys = await typeSentences(desk.page)
  const bubbles = await send(desk.page, WORDS.busy)
  stop()
  // What had piled up is not what arrives now.
  await sleep(2000)
  const arrivals = await receive(desk.page, customers, seconds)
  customers.close()
  await desk.close()
  const line = (
    id: string,
    what: string,
    samples: Samples,
    percent: number,
    bar: number,
    beside: Samples | null = null,
  ): Finding =>
    finding(
      id,
      `${what}, p${percent} of ${samples.count} (p50 ${samples.percentile(50).toFixed(0)} ms)`,
      'ms',
      samples.percentile(percent),
      beside?.percentile(percent) ?? null,
      `≤ ${bar} ms`,
      (_ratio, ms) => ms <= bar,
    )
  const arriving = `${ARRIVING.whileWriting} messages/s arriving`
  const key = 'a key to its character'
  return [
    line('C8', `${key}, ${arriving}`, keys, 99, WRITING_MS),
    line('C8', `Enter to the own bubble, ${arriving}`, bubbles, 99, WRITING_MS),
    line(
      'C9',
      `a customer sends, the agent's window paints, ${ARRIVING.endToEnd}/s`,
      arrivals,
      99,
      END_TO_END_MS,
    ),
    line('D1', `${key}; beside it a bare field`, calm, 95, KEY_MS, bare),
    line('D1', `${key}, ${arriving}; beside it a bare field`, keys, 95, KEY_MS, bare),
  ]
}

const typeBare = async (): Promise<Samples> => {
  const browser = await openBrowser()
  const page = await openPage(browser, BARE)
  await page.evaluate(watchKeys)
  await page.locator('textarea').click()
  const keys = await typeSentences(page)
  await browser.close()
  return keys
}

/** Writes messages key by key, and sends each. */
const typeSentences = async (page: Page): Promise<Samples> => {
  for (let n = 0; n < SENTENCES; n += 1) {
    await typeWord(page, SENTENCE)
    await page.keyboard.press('Enter')
  }
  return takeKeyTimes(page)
}

const typeWord = async (page: Page, word: string): Promise<void> => {
  for (const key of word) {
    await page.keyboard.press(key)
    await sleep(KEY_PAUSE_MS)
  }
}

/** Sends messages one after another; each begins with this word. */
const send = async (page: Page, word: string): Promise<Samples> => {
  const bubbles = createSamples()
  for (let n = 0; n < MESSAGES; n += 1) {
    await typeWord(page, word)
    const text = ` ${n}.`
    await page.keyboard.type(text)
    await page.evaluate(watchEnter, word + text)
    await page.keyboard.press('Enter')
    bubbles.add(await answerOf(page))
  }
  await takeKeyTimes(page)
  return bubbles
}

const takeKeyTimes = async (page: Page): Promise<Samples> => {
  const samples = createSamples()
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0))
  for (const ms of times) samples.add(ms)
  return samples
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
