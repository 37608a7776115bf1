/**
 * What this browser remembers about one widget, in the page's storage and in the frame's.
 *
 * The company decides for how long (R-15-084). Until that is known, what is there can be read and nothing is written.
 * Refused storage is replaced by memory (R-18-052).
 */
import type { WidgetPlan } from '../../protocol/model/index.ts'

export interface Storage {
  /** False: everything is forgotten when the page or the browser is closed. */
  isDurable(): boolean
  /** From now on things are kept as the company has set, also those of before. */
  keepFor(cookies: WidgetPlan['cookies']): void
  get(name: string): string | null
  set(name: string, value: string): void
  remove(name: string): void
  /** Of everything that is there, in no order. */
  names(): readonly string[]
  clear(): void
}

/** The part of the browser's storage that is used. */
export type BrowserStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

type Kind = 'session' | 'persistent'

/** Reading `localStorage` itself may throw. */
export const browserArea = (kind: Kind): BrowserStorage =>
  kind === 'session' ? sessionStorage : localStorage

export const createStorage = (browser: (kind: Kind) => BrowserStorage, widgetId: string): Storage => {
  const prefix = `foyer:${widgetId}:`
  const session = reach(browser, 'session')
  const persistent = reach(browser, 'persistent')
  const memory = new Map<string, string>()
  /** Where things are written: null in memory only, undefined while that is not known. */
  let area: BrowserStorage | null | undefined

  const names = (): string[] => {
    const found = new Set(memory.keys())
    for (const one of [session, persistent]) {
      for (let index = 0; one && index < one.length; index += 1) {
        const key = one.key(index)
        if (key?.startsWith(prefix)) found.add(key.slice(prefix.length))
      }
    }
    return [...found]
  }
  const get = (name: string): string | null =>
    memory.get(name) ?? session?.getItem(prefix + name) ?? persistent?.getItem(prefix + name) ?? null
  const set = (name: string, value: string): void => {
    memory.set(name, value)
    try {
      area?.setItem(prefix + name, value)
      if (area) memory.delete(name)
    } catch {
      // Full: better kept for this page than lost.
    }
  }
  const remove = (name: string): void => {
    memory.delete(name)
    session?.removeItem(prefix + name)
    persistent?.removeItem(prefix + name)
  }
  return {
    isDurable: () => persistent !== null && (area === undefined || area === persistent),
    keepFor: (cookies) => {
      const next = cookies === 'none' ? null : cookies === 'session' ? session : persistent
      if (next === area) return
      area = next
      for (const name of names()) {
        const value = get(name) ?? ''
        for (const one of [session, persistent]) if (one !== area) one?.removeItem(prefix + name)
        set(name, value)
      }
    },
    names,
    get,
    set,
    remove,
    clear: () => {
      for (const name of names()) remove(name)
    },
  }
}

/** Null: this browser refuses. */
const reach = (browser: (kind: Kind) => BrowserStorage, kind: Kind): BrowserStorage | null => {
  try {
    return browser(kind)
  } catch {
    return null
  }
}
