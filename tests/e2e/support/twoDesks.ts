/** One agent in two browsers, and what one of them shows of what the other does. */
import type { BrowserContext, Locator } from '@playwright/test'

import type { ProductServer } from '../../support/productServer.ts'
import { openDesk, type Desk } from './desk.ts'
import { expect } from './test.ts'

/** A place that is there, or a question that is answered with yes. */
type Sign = Locator | (() => Promise<boolean>)

export interface TwoDesks {
  readonly here: Desk
  readonly there: Desk
  /** Does something at one desk and waits for its sign at the other. */
  follows(what: string, act: () => Promise<unknown>, sign: Sign): Promise<void>
  /** How long the other desk took for each at most, the slowest first. */
  figures(): string
}

const ABOVE_THE_LIST = [720, 4] as const

/** Looked at so often that the figure means something. */
const EVERY = { intervals: [20] }

export const openTwoDesks = async (
  server: ProductServer,
  person: () => Promise<BrowserContext>,
): Promise<TwoDesks> => {
  const here = await openDesk(await person(), server)
  const there = await openDesk(await person(), server)
  const delays: { readonly what: string; readonly ms: number }[] = []
  return {
    here,
    there,
    follows: async (what, act, sign) => {
      // A list holds still under a pointer, and says how much is new.
      for (const { page } of [here, there]) await page.mouse.move(...ABOVE_THE_LIST)
      await act()
      const from = performance.now()
      if (typeof sign === 'function') await expect.poll(sign, { ...EVERY, message: what }).toBe(true)
      else await sign.first().waitFor({ timeout: 30_000 })
      delays.push({ what, ms: Math.round(performance.now() - from) })
    },
    figures: () =>
      delays
        .toSorted((a, b) => b.ms - a.ms)
        .map(({ what, ms }) => `${ms} ms  ${what}`)
        .join('\n'),
  }
}

/** Whether a place is there no more. */
export const gone = (place: Locator) => async (): Promise<boolean> => (await place.count()) === 0

/** Whether a field holds this. */
export const holds = (field: Locator, text: string) => async (): Promise<boolean> =>
  (await field.inputValue()) === text
