import type { LogFields } from './logger.ts'

/** A figure, a flag, or a short code. */
export type PlainField = string | number | boolean

/**
 * What of the fields of a log line may be given to somebody else: figures, flags, and what looks like a code or an id.
 *
 * Nobody should log texts, names or tokens; this holds where somebody does. An error tells its kind and code, as its
 * message may quote what it met.
 */
export const withoutTexts = (fields: LogFields): Readonly<Record<string, PlainField>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, PlainField][] => {
      const plain = plainOf(value)
      return plain === undefined ? [] : [[name, plain]]
    }),
  )

const plainOf = (value: unknown): PlainField | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return CODE.test(value) ? value : undefined
  if (!(value instanceof Error)) return undefined
  return 'code' in value && typeof value.code === 'string' ? `${value.name} ${value.code}` : value.name
}

/** Shorter than any token. */
const CODE = /^[a-z0-9][a-z0-9._:-]{0,39}$/u
