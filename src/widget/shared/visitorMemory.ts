import type { Storage } from './storage.ts'

/** Who this browser is to the company, and which visit of theirs it is; a browser that refuses is new each time. */
export interface VisitorMemory {
  /** 128 random bits: those of earlier visits, or new ones. They say nothing of the person or the browser. */
  id(): string
  /** The number of this visit, from 1. */
  visit(): number
  /** From now on it is remembered, until nobody has come for a year. */
  keep(): void
}

/** Whoever is away longer comes for another visit. */
const VISIT_MS = 30 * 60_000
/** R-18-051. */
const FORGOTTEN_AFTER_MS = 366 * 24 * 60 * 60_000
const KEY = 'visit'

export const createVisitorMemory = (storage: Storage): VisitorMemory => {
  let own = ''
  const kept = (): { readonly id: string; readonly count: number; readonly at: number } | null => {
    const [, id = '', count, at] = /^([\da-f]{32}) (\d{1,5}) (\d{13})$/u.exec(storage.get(KEY) ?? '') ?? []
    if (id === '' || Date.now() - Number(at) > FORGOTTEN_AFTER_MS) return null
    return { id, count: Number(count), at: Number(at) }
  }
  const before = kept()
  const visit = before ? before.count + (Date.now() - before.at > VISIT_MS ? 1 : 0) : 1
  // Asked again each time: another tab may have been remembered meanwhile.
  const id = (): string => kept()?.id ?? (own ||= newId())
  return {
    id,
    visit: () => visit,
    keep: () => {
      storage.set(KEY, `${id()} ${visit} ${Date.now()}`)
    },
  }
}

/** A careless page may have broken the methods of arrays. */
const newId = (): string => {
  let id = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += byte.toString(16).padStart(2, '0')
  return id
}
