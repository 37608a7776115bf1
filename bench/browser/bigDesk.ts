/** D2, D3, D4: a tab with two thousand conversations and a million messages in its cache is as quick as one with few. */
import type { Page } from 'playwright'

import { buildIfChanged } from '../../scripts/support/builds.ts'
import { portionsOf } from '../client/longLog.ts'
import { usableCores } from '../lib/process.ts'
import { finding, type Finding } from '../lib/report.ts'
import { createSamples, sleep, type Samples } from '../lib/samples.ts'
import { createRandom } from '../lib/text.ts'
import { openBareSite } from './bareSite.ts'
import { openBrowser, openPage } from './page.ts'
import { openPlayedSite } from './playedSite.ts'
import { measureScrolling } from './scrolling.ts'
import { switchBare, switchTo } from './switching.ts'
import { searchAsTyped } from './typedSearch.ts'

const CONVERSATIONS = 2000
const SWITCHES = 200
const SWITCH_MS = 50
const SEARCH_MS = 80
/** Share of the messages that are in one conversation. */
const IN_ONE = 0.1
const LONGEST_MS = 600_000

export const measureBigDesk = async (messages: number): Promise<Finding[]> => {
  usableCores()
  if (!(await buildIfChanged(['web'], console.log))) throw new Error('the workbench could not be built')
  const bare = await measureBare()
  const site = await openPlayedSite(CONVERSATIONS)
  const browser = await openBrowser()
  const page = await openPage(browser, `${site.url}/?lang=en&ticket=any`)
  const connected = page.getByRole('contentinfo', { name: 'Status' }).getByText('Connected')
  await connected.waitFor({ timeout: LONGEST_MS })
  for (const { frames, revision } of portionsOf({
    conversations: CONVERSATIONS,
    messages,
    longest: messages * IN_ONE,
  })) {
    site.play(frames, revision)
    await connected.waitFor({ state: 'hidden', timeout: LONGEST_MS })
    await connected.waitFor({ timeout: LONGEST_MS })
  }
  const size = `${CONVERSATIONS.toLocaleString('en')} conversations, ${messages.toLocaleString('en')} messages`
  const early = await switchAbout(page)
  await waitForIndex(page)
  const switches = await switchAbout(page)
  const searches = await searchAsTyped(page)
  const scrolling = await measureScrolling(page)
  await browser.close()
  await site.close()
  const line = (id: string, what: string, samples: Samples, bar: number, beside: Samples | null): Finding =>
    finding(
      id,
      `${what}, ${size}, p95 of ${samples.count} (p50 ${samples.percentile(50).toFixed(0)} ms)`,
      'ms',
      samples.percentile(95),
      beside?.percentile(95) ?? null,
      `≤ ${bar} ms`,
      (_ratio, ms) => ms <= bar,
    )
  return [
    line('D2', 'switch of conversation; beside it fifty bare rows', switches, SWITCH_MS, bare),
    line('D2', 'the same while the index is being built', early, SWITCH_MS, bare),
    line('D3', 'a letter in the search to its results', searches, SEARCH_MS, null),
    ...scrolling,
  ]
}

/** Between conversations anywhere in the list; most of them were never opened before. */
const switchAbout = async (page: Page): Promise<Samples> => {
  const random = createRandom(13)
  const samples = createSamples()
  while (samples.count < SWITCHES) {
    const ms = await switchTo(page, random.below(CONVERSATIONS))
    if (ms !== null) samples.add(ms)
    await sleep(20)
  }
  return samples
}

/** A search says how much of the index is there until it is whole. */
const waitForIndex = async (page: Page): Promise<void> => {
  const field = page.getByRole('search').getByRole('combobox')
  await field.fill('a')
  await page.getByRole('search').getByRole('option').first().waitFor({ timeout: LONGEST_MS })
  await page.getByText('Building the index').waitFor({ state: 'hidden', timeout: LONGEST_MS })
  await field.fill('')
  await field.press('Escape')
}

const measureBare = async (): Promise<Samples> => {
  const site = await openBareSite()
  const browser = await openBrowser()
  const page = await openPage(browser, site.url)
  const samples = createSamples()
  while (samples.count < SWITCHES) {
    samples.add(await switchBare(page))
    await sleep(20)
  }
  await browser.close()
  await site.close()
  return samples
}
