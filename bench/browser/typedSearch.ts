/** D3: from a letter typed into the search until what this device found for it stands below. */
import type { Page } from 'playwright'

import { createSamples, sleep, type Samples } from '../lib/samples.ts'
import { chineseWords, englishWords } from '../lib/text.ts'
import { answerOf } from './page.ts'

const WORDS = 25
/** A Chinese word comes from an input method as one piece. */
const PIECES: readonly (readonly string[])[] = [
  ...englishWords
    .filter((word) => word.length > 3)
    .slice(0, WORDS)
    .map((word) => Array.from(word)),
  ...chineseWords.slice(0, WORDS).map((word) => [word]),
]

export const searchAsTyped = async (page: Page): Promise<Samples> => {
  const samples = createSamples()
  const field = page.getByRole('search').getByRole('combobox')
  await field.click()
  for (const pieces of PIECES) {
    let typed = ''
    for (const piece of pieces) {
      typed += piece
      await page.evaluate(watchResults, typed)
      await page.keyboard.insertText(piece)
      samples.add(await answerOf(page))
      await sleep(30)
    }
    await field.fill('')
  }
  await page.keyboard.press('Escape')
  return samples
}

/** Runs in the page: results of what was typed before do not have all of it marked in each of them. */
const watchResults = (typed: string): void => {
  const isThere = (): boolean => {
    const found = [...document.querySelectorAll('[role="search"] [role="option"]:has(mark)')]
    const isMarked = (one: Element): boolean =>
      [...one.querySelectorAll('mark')].some(({ textContent }) => textContent.toLowerCase() === typed)
    return found.length > 0 && found.every(isMarked)
  }
  const took = new Promise<number>((resolve) => {
    document.addEventListener(
      'input',
      ({ timeStamp }) => {
        void window.probe
          .appeared(isThere)
          .then(async () => window.probe.painted(timeStamp))
          .then(resolve)
      },
      { capture: true, once: true },
    )
  })
  Object.assign(window, { took })
}
