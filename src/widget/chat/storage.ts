/** What this browser remembers about one widget. Refused storage is replaced by memory, and said so (R-18-052). */
export interface Storage {
  /** False: everything is forgotten when the page closes. */
  readonly durable: boolean
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  /** Keys that begin with `prefix`, in order. */
  keys(prefix: string): readonly string[]
  clear(): void
}

/** The part of the browser's storage that is used; a getter, because reading `localStorage` itself may throw. */
export type BrowserStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export const createStorage = (browser: () => BrowserStorage, widgetId: string): Storage => {
  const prefix = `foyer:${widgetId}:`
  const area = usable(browser, prefix)
  const memory = new Map<string, string>()
  const keys = (wanted: string): string[] => {
    const found = new Set([...memory.keys()].filter((key) => key.startsWith(wanted)))
    if (area) {
      for (let index = 0; index < area.length; index += 1) {
        const key = area.key(index)
        if (key?.startsWith(prefix + wanted)) found.add(key.slice(prefix.length))
      }
    }
    return [...found].sort()
  }
  const remove = (key: string): void => {
    memory.delete(key)
    area?.removeItem(prefix + key)
  }
  return {
    durable: area !== null,
    keys,
    remove,
    get: (key) => memory.get(key) ?? area?.getItem(prefix + key) ?? null,
    set: (key, value) => {
      try {
        if (!area) throw new Error('no storage')
        area.setItem(prefix + key, value)
        memory.delete(key)
      } catch {
        // Full or refused: better kept for this page than lost.
        memory.set(key, value)
      }
    },
    clear: () => {
      for (const key of keys('')) remove(key)
    },
  }
}

const usable = (browser: () => BrowserStorage, prefix: string): BrowserStorage | null => {
  try {
    const area = browser()
    area.setItem(`${prefix}test`, '1')
    area.removeItem(`${prefix}test`)
    return area
  } catch {
    return null
  }
}
