/**
 * Differences between two answers of the same question.
 *
 * Answers are values, compared by content and replaced as a whole; that is simple, and costs too much when one row of
 * two thousand changed. So unchanged rows keep their identity (`share`), which makes finding the difference cheap, and
 * only the difference travels (`diff`, `applyPatch`). Rows are told apart by the first of `ROW_KEYS` they have.
 */
export type Patch =
  | { readonly kind: 'set'; readonly value: unknown }
  /** Of an object, the fields that changed. */
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, Patch>> }
  /** Of a list, the rows that changed, and the stretch of keys in which the order changed. */
  | { readonly kind: 'rows'; readonly upserts: readonly unknown[]; readonly order: Splice | null }

export interface Splice {
  readonly from: number
  readonly remove: number
  readonly insert: readonly string[]
}

const ROW_KEYS = ['id', 'sessionId', 'agentId'] as const

/** `next` with every part that equals a part of `previous` replaced by it; `previous` itself when nothing changed. */
export const share = <T>(previous: unknown, next: T): T => sharedValue(previous, next) as T

/** What turns `previous` into `next`; null when they are the same. Compares by identity, so `share` comes first. */
export const diff = (previous: unknown, next: unknown): Patch | null => {
  if (Object.is(previous, next)) return null
  if (Array.isArray(previous) && Array.isArray(next)) {
    const [before, after] = [indexOf(previous), indexOf(next)]
    if (before && after) return rowsPatch(before, after)
  } else if (isPlain(previous) && isPlain(next) && sameFields(previous, next)) {
    const fields: Record<string, Patch> = {}
    for (const key of Object.keys(next)) {
      const patch = diff(previous[key], next[key])
      if (patch) fields[key] = patch
    }
    return { kind: 'fields', fields }
  }
  return { kind: 'set', value: next }
}

/** The value `patch` was made for; parts it does not name keep their identity. */
export const applyPatch = (previous: unknown, patch: Patch): unknown => {
  switch (patch.kind) {
    case 'set':
      return patch.value
    case 'fields': {
      if (!isPlain(previous)) throw new Error('a patch of fields needs an object')
      const next: Record<string, unknown> = { ...previous }
      for (const [key, part] of Object.entries(patch.fields)) next[key] = applyPatch(previous[key], part)
      return next
    }
    case 'rows': {
      const rows = Array.isArray(previous) ? indexOf(previous) : null
      if (!rows) throw new Error('a patch of rows needs a list of rows')
      for (const row of patch.upserts) rows.set(keyOf(row) ?? '', row)
      const keys = Array.isArray(previous) ? previous.map((row) => keyOf(row) ?? '') : []
      if (patch.order) keys.splice(patch.order.from, patch.order.remove, ...patch.order.insert)
      return keys.map((key) => rows.get(key))
    }
  }
}

const sharedValue = (previous: unknown, next: unknown): unknown => {
  if (Object.is(previous, next)) return previous
  if (Array.isArray(previous) && Array.isArray(next)) return sharedList(previous, next)
  if (!isPlain(previous) || !isPlain(next)) return next
  let same = sameFields(previous, next)
  const result: Record<string, unknown> = {}
  for (const key of Object.keys(next)) {
    result[key] = sharedValue(previous[key], next[key])
    if (!Object.is(result[key], previous[key])) same = false
  }
  return same ? previous : result
}

const sharedList = (previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] => {
  const rows = indexOf(previous)
  let same = previous.length === next.length
  const result = next.map((row, index) => {
    const key = rows ? keyOf(row) : null
    const shared = sharedValue(key === null ? previous[index] : rows?.get(key), row)
    if (!Object.is(shared, previous[index])) same = false
    return shared
  })
  return same ? previous : result
}

const rowsPatch = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Patch => {
  const upserts: unknown[] = []
  for (const [key, row] of after) if (!Object.is(before.get(key), row)) upserts.push(row)
  return { kind: 'rows', upserts, order: spliceOf([...before.keys()], [...after.keys()]) }
}

/** The one stretch outside of which both lists are the same. */
const spliceOf = (before: readonly string[], after: readonly string[]): Splice | null => {
  let from = 0
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1
  let behind = 0
  const most = Math.min(before.length, after.length) - from
  while (behind < most && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind += 1
  const remove = before.length - behind - from
  const insert = after.slice(from, after.length - behind)
  return remove === 0 && insert.length === 0 ? null : { from, remove, insert }
}

/** The rows by their keys, in order; null when they are not rows or two have one key. */
const indexOf = (list: readonly unknown[]): Map<string, unknown> | null => {
  const rows = new Map<string, unknown>()
  for (const row of list) {
    const key = keyOf(row)
    if (key === null || rows.has(key)) return null
    rows.set(key, row)
  }
  return rows
}

const keyOf = (row: unknown): string | null => {
  if (!isPlain(row)) return null
  for (const name of ROW_KEYS) {
    const key = row[name]
    if (typeof key === 'string') return key
  }
  return null
}

const sameFields = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key))
}

/** Blobs and the like are compared by identity only. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
