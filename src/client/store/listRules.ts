/** What the marks and the filter of the list ask of a row: `u` is its customer, `c` the conversation, `m` the marks set by hand. */
import { sql, type Sql } from '../../base/sql.ts'
import type { ColorMarkId, ColorMarks, ListFilter, MarkRule } from '../../protocol/model/index.ts'
import { parseStored } from './stored.ts'

/** One bit for each mark whose rule holds, by its place in the editor. */
export const ruleBits = (marks: ColorMarks): Sql =>
  marks.reduce(
    (sum, { rule }, index) => (rule ? sql`${sum} + iif(${ruleHolds(rule)}, ${2 ** index}, 0)` : sum),
    sql`0`,
  )

/** Every field of the filter holds; any of its values is enough (R-03-046). */
export const holds = (
  { unread, marks: markIds, types, stageIds, tagIds, ownership, languages, channels }: ListFilter,
  marks: ColorMarks,
): Sql =>
  [
    unread && sql`unread > 0`,
    markIds && hasMark(markIds, marks),
    types && isOneOf(sql`u.type`, types),
    stageIds && isOneOf(STAGE, stageIds),
    tagIds && hasOneOf(sql`u.tag_ids`, tagIds),
    ownership && isOneOf(sql`u.ownership`, ownership),
    languages && isOneOf(sql`u.language`, languages),
    channels && isOneOf(sql`c.channel`, channels),
  ].reduce<Sql>((all, one) => (one ? sql`${all} and ${one}` : all), sql``)

/** The ids of the marks that apply, in the order in which they are shown; asked once for each row. */
export const createMarkReader = (marks: ColorMarks): ((byHand: string | null, byRule: number) => string) => {
  const known = new Map<string, string>()
  return (byHand, byRule) => {
    if (byHand === null && byRule === 0) return ''
    const key = `${byRule} ${byHand ?? ''}`
    let ids = known.get(key)
    if (ids === undefined) {
      const set = new Set(byHand === null ? [] : parseStored<ColorMarkId[]>(byHand))
      const own = marks.filter(({ id, rule }) => rule === null && set.has(id))
      const ruled = marks.filter((_, index) => (byRule & (2 ** index)) !== 0)
      ids = [...own, ...ruled].map(({ id }) => id).join(',')
      known.set(key, ids)
    }
    return ids
  }
}

const hasMark = (markIds: readonly ColorMarkId[], marks: ColorMarks): Sql =>
  sql`(${marks
    .filter(({ id }) => markIds.includes(id))
    .reduce(
      (any, { id, rule }) => sql`${any} or ${rule ? ruleHolds(rule) : hasOneOf(sql`m.mark_ids`, [id])}`,
      sql`false`,
    )})`

const ruleHolds = (rule: MarkRule): Sql => {
  switch (rule.field) {
    case 'type':
      return isOneOf(sql`u.type`, rule.values)
    case 'stage':
      return isOneOf(STAGE, rule.values)
    case 'tag':
      return hasOneOf(sql`u.tag_ids`, rule.values)
  }
}

/** Read out of the customer only where a mark or the filter asks for it. */
const STAGE = sql`coalesce(u.data ->> '$.stageId', '')`

/** Lists travel as one text: then there is one prepared statement, whatever their length. */
const isOneOf = (column: Sql, values: readonly string[]): Sql =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

const hasOneOf = (column: Sql, values: readonly string[]): Sql =>
  sql`exists (select 1 from json_each(${column}) h join json_each(${JSON.stringify(values)}) w on w.value = h.value)`
