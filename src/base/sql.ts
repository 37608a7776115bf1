/** A value SQLite and PostgreSQL both take. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** A statement with its values beside it; made by `sql` only, so that no value is ever pasted into the text. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/**
 * Binds every interpolated value; another `Sql` is spliced in with its own values.
 *
 * The text keeps `?` places, and is the same string for the same template, so that drivers can cache the prepared
 * statement by it.
 */
export const sql = (parts: TemplateStringsArray, ...inserts: readonly (SqlValue | Sql)[]): Sql => {
  if (!inserts.some(isSql)) return { text: plainText(parts), values: inserts as readonly SqlValue[] }
  let text = parts[0] ?? ''
  const values: SqlValue[] = []
  inserts.forEach((insert, index) => {
    if (isSql(insert)) {
      text += insert.text
      values.push(...insert.values)
    } else {
      text += '?'
      values.push(insert)
    }
    text += parts[index + 1] ?? ''
  })
  return { text, values }
}

/** Joined once for each place in the program: the drivers then find the prepared statement by an already hashed string. */
const plainText = (parts: TemplateStringsArray): string => {
  let text = texts.get(parts)
  if (text === undefined) {
    text = parts.join('?')
    texts.set(parts, text)
  }
  return text
}
const texts = new WeakMap<TemplateStringsArray, string>()

/** `a, b, c` as values of an `in (…)`. */
export const sqlList = (values: readonly SqlValue[]): Sql => ({
  text: values.map(() => '?').join(', '),
  values,
})

const isSql = (value: SqlValue | Sql): value is Sql =>
  typeof value === 'object' && value !== null && 'text' in value
