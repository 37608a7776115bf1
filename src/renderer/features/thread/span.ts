import { guessHeight } from './guessHeight.ts'
import type { ThreadItem } from './items.ts'

/** The rows that are rendered, `to` not included; those before and behind them are only room. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A span told by keys, so that it stays the same rows when others come in before them; `last` null: to the end. */
export interface Shown {
  readonly first: string
  readonly last: string | null
}

/** Heights of rows that have been seen, by their keys. */
export type Heights = ReadonlyMap<string, number>

const heightOf = (item: ThreadItem, heights: Heights): number => heights.get(item.key) ?? guessHeight(item)

/** The room that rows take. */
export const roomOf = (items: readonly ThreadItem[], heights: Heights, { from, to }: Span): number => {
  let room = 0
  for (let index = from; index < to; index += 1) {
    const item = items[index]
    if (item) room += heightOf(item, heights)
  }
  return room
}

/** As many of the last rows as fill `height`. */
export const endSpan = (items: readonly ThreadItem[], heights: Heights, height: number): Span => {
  let from = items.length
  for (let room = 0; from > 0 && room < height; from -= 1) {
    const item = items[from - 1]
    if (item) room += heightOf(item, heights)
  }
  return { from, to: items.length }
}

/** The rows between two distances from the top of all rows. */
export const spanBetween = (
  items: readonly ThreadItem[],
  heights: Heights,
  top: number,
  bottom: number,
): Span => {
  let [from, to, end] = [0, 0, 0]
  for (const item of items) {
    end += heightOf(item, heights)
    if (end <= top) from += 1
    to += 1
    if (end >= bottom) break
  }
  return { from: Math.min(from, Math.max(0, to - 1)), to }
}

/** Lines that say something about the row behind them; they come and go with what is before. */
export const isLead = (item: ThreadItem | undefined): boolean =>
  item?.kind === 'day' || item?.kind === 'unread' || item?.kind === 'earlier'

export const shownOf = (items: readonly ThreadItem[], { from, to }: Span): Shown | null => {
  let first = from
  while (isLead(items[first])) first += 1
  const key = items[first]?.key
  return key === undefined
    ? null
    : { first: key, last: to < items.length ? (items[to - 1]?.key ?? null) : null }
}

/** The span of what is shown; the end where nothing is chosen or its first row is gone. */
export const spanOf = (
  items: readonly ThreadItem[],
  heights: Heights,
  shown: Shown | null,
  height: number,
): Span => {
  const first = shown ? items.findIndex(({ key }) => key === shown.first) : -1
  if (!shown || first < 0) return endSpan(items, heights, height)
  let from = first
  while (isLead(items[from - 1])) from -= 1
  const last = shown.last === null ? -1 : items.findIndex(({ key }) => key === shown.last)
  return { from, to: last < first ? items.length : last + 1 }
}
