/** The real server and people with browsers of their own, as every journey needs them. */
import { rmSync } from 'node:fs'

import { chromium, expect, test as base, type BrowserContext, type Page } from '@playwright/test'

import { CHROMIUM_ARGS, findChromium, thisMachine } from '../../support/browser.ts'
import { makeFastFolder } from '../../support/fastFolder.ts'
import { startProductServer, type ProductServer } from '../../support/productServer.ts'
import { DEMONSTRATION_ENV, makeDemonstration, type Demonstration } from './demonstration.ts'

export interface PersonOptions {
  readonly language?: 'zh-CN' | 'en'
  readonly theme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
}

interface Options {
  /** With the demonstration, or as a fresh server for real use. */
  readonly demo: boolean
  /** What is set about the server besides. */
  readonly env: Readonly<Record<string, string>>
}

interface WorkerFixtures {
  /** Made when a journey wants it first. */
  readonly demonstration: () => Promise<Demonstration>
}

interface Fixtures {
  readonly server: ProductServer
  /** A browser with a profile on the disk: a private window has no quick storage for the client core. */
  readonly person: (options?: PersonOptions) => Promise<BrowserContext>
  /** A visitor of a page, who keeps no more than any page may: private windows of one browser do, and are there at once. */
  readonly guest: () => Promise<BrowserContext>
  /** What the pages complained about; a journey in which the server is away calls `serverMayBeAway`. */
  readonly complaints: Complaints
}

export interface Complaints {
  serverMayBeAway(): void
  watch(context: BrowserContext): void
  list(): readonly string[]
}

const CONNECTION = /failed to load resource|websocket connection to|net::err_/iu

const createComplaints = (): Complaints => {
  const found: string[] = []
  let away = false
  const watchPage = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') found.push(`${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => found.push(String(error.stack ?? error)))
  }
  return {
    serverMayBeAway: () => {
      away = true
    },
    watch: (context) => {
      for (const page of context.pages()) watchPage(page)
      context.on('page', watchPage)
    },
    list: () => found.filter((text) => !(away && CONNECTION.test(text))),
  }
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  demo: [true, { option: true }],
  env: [{}, { option: true }],

  demonstration: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads from the pattern what is needed: nothing
    async ({}, use) => {
      let made: Promise<Demonstration> | undefined
      await use(async () => (made ??= makeDemonstration()))
      const demonstration = await made
      demonstration?.remove()
    },
    { scope: 'worker' },
  ],

  server: async ({ demo, env, demonstration }, use) => {
    const folder = makeFastFolder('foyer-test-')
    if (demo) (await demonstration()).copyInto(folder)
    const server = await startProductServer({ demo, folder, env: { ...DEMONSTRATION_ENV, ...env } })
    await use(server)
    await server.dispose()
    rmSync(folder, { recursive: true, force: true })
  },

  // oxlint-disable-next-line no-empty-pattern -- the runner reads from the pattern what is needed: nothing
  complaints: async ({}, use) => {
    const complaints = createComplaints()
    await use(complaints)
    expect(complaints.list(), 'no error and no broken policy in the console').toEqual([])
  },

  person: async ({ complaints }, use) => {
    const made: { readonly context: BrowserContext; readonly profile: string }[] = []
    const executablePath = findChromium(thisMachine(chromium.executablePath()))
    await use(async ({ language = 'en', theme = 'light', viewport = WINDOW } = {}) => {
      const profile = makeFastFolder('foyer-profile-')
      const context = await chromium.launchPersistentContext(profile, {
        args: CHROMIUM_ARGS,
        ...(executablePath ? { executablePath } : {}),
        locale: language,
        colorScheme: theme,
        ...STILL,
        viewport,
      })
      made.push({ context, profile })
      complaints.watch(context)
      return context
    })
    await Promise.all(
      made.map(async ({ context, profile }) => {
        await context.close()
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      }),
    )
  },

  guest: async ({ browser, complaints }, use) => {
    const made: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({
        locale: 'en',
        colorScheme: 'light',
        ...STILL,
        viewport: WINDOW,
      })
      made.push(context)
      complaints.watch(context)
      return context
    })
    await Promise.all(made.map(async (context) => context.close()))
  },
})

const WINDOW = { width: 1440, height: 900 } as const

/** What moves is neither where it will be nor as it will look, and takes time to draw. */
const STILL = { reducedMotion: 'reduce' } as const

export { expect } from '@playwright/test'
