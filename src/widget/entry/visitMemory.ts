/** Which visit of theirs it is, in the page's own storage; a browser that refuses is new each time. */
export interface VisitMemory {
  /** That of earlier visits, or a new one. */
  key(): string
  /** The number of this visit, from 1. */
  visit(): number
  /** The server wants to know: from now on it is remembered. */
  keep(key: string): void
  clear(): void
}

/** Whoever is away longer comes for another visit. */
const VISIT_MS = 30 * 60_000

export const createVisitMemory = (widgetId: string): VisitMemory => {
  const name = `foyer:${widgetId}:visit`
  let visit = 1
  const read = (): string => {
    try {
      return localStorage.getItem(name) ?? ''
    } catch {
      return ''
    }
  }
  return {
    key: () => {
      const [, key, count, at] = /^([\da-f]{32}) (\d{1,5}) (\d{13})$/u.exec(read()) ?? []
      if (key === undefined) return newKey()
      visit = Number(count) + (Date.now() - Number(at) > VISIT_MS ? 1 : 0)
      return key
    },
    visit: () => Math.max(1, visit),
    keep: (key) => {
      try {
        localStorage.setItem(name, `${key} ${visit} ${Date.now()}`)
      } catch {
        // The next page is another visitor then.
      }
    },
    clear: () => {
      try {
        localStorage.removeItem(name)
      } catch {
        // Nothing was kept.
      }
    },
  }
}

/** 128 random bits; a careless page may have broken the methods of arrays. */
const newKey = (): string => {
  let key = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) key += byte.toString(16).padStart(2, '0')
  return key
}
