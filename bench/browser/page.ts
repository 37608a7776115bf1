/** A browser with a profile on the disk (a private window has no quick storage), and what its pages measure with. */
import { chromium, type BrowserContext, type Page } from 'playwright'

import { CHROMIUM_ARGS, findChromium, thisMachine } from '../../tests/support/browser.ts'
import { temporaryFolder } from '../lib/process.ts'

/** Put into every page before its own scripts. */
export interface Probe {
  /** Resolves when the frame that comes next has been painted, with the time since. */
  painted(since: number): Promise<number>
  /** Resolves as soon as the page holds what `isThere` looks for. */
  appeared(isThere: () => boolean): Promise<void>
  /** Times between the frames from now on; the function returned ends it. */
  frames(): () => number[]
}

declare global {
  interface Window {
    readonly probe: Probe
  }
}

export const openBrowser = async (): Promise<BrowserContext> => {
  const executablePath = findChromium(thisMachine(chromium.executablePath()))
  const context = await chromium.launchPersistentContext(temporaryFolder('profile'), {
    args: CHROMIUM_ARGS,
    viewport: { width: 1440, height: 900 },
    ...(executablePath ? { executablePath } : {}),
  })
  await context.addInitScript(installProbe)
  return context
}

export const openPage = async (context: BrowserContext, url: string): Promise<Page> => {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url)
  return page
}

const ANSWER_MS = 20_000

/** What the page has put into `window.took`; a page that never gets there ends the measurement instead of hanging. */
export const answerOf = async (page: Page): Promise<number> => {
  const answer = await page.evaluate(
    async (limit) =>
      Promise.race([
        (window as unknown as { took: Promise<number> }).took,
        new Promise<null>((resolve) => {
          setTimeout(() => {
            resolve(null)
          }, limit)
        }),
      ]),
    ANSWER_MS,
  )
  if (answer === null)
    throw new Error(`the page did not show what was waited for within ${ANSWER_MS / 1000} s`)
  return answer
}

/** Runs in the page; nothing from here can be seen there. */
const installProbe = (): void => {
  const probe: Probe = {
    painted: (since) =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          // A message is handled after the frame has been laid out and painted.
          const channel = new MessageChannel()
          channel.port1.onmessage = () => {
            resolve(performance.now() - since)
          }
          channel.port2.postMessage(null)
        })
      }),
    appeared: (isThere) =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          look()
        })
        const look = (): void => {
          if (!isThere()) return
          observer.disconnect()
          resolve()
        }
        observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
        look()
      }),
    frames: () => {
      const deltas: number[] = []
      let last = performance.now()
      let running = true
      const next = (now: number): void => {
        deltas.push(now - last)
        last = now
        if (running) requestAnimationFrame(next)
      }
      requestAnimationFrame((now) => {
        last = now
        requestAnimationFrame(next)
      })
      return () => {
        running = false
        return deltas
      }
    },
  }
  Object.assign(globalThis, { probe })
}
