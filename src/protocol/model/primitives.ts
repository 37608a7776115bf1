import * as z from 'zod'

import { characterCount, textWidth } from '../../base/textWidth.ts'

/** Milliseconds since 1970 by the server's clock (R-02-001). */
export const Instant = z.int().min(0)
/** Number of a message in its thread: from 1, without gaps (R-06-060). */
export const Seq = z.int().min(0)
/** Number of an entry in the organisation's log: from 1, without gaps. */
export const Revision = z.int().min(0)
/** Raised by every change of a row; a command carries the one its author saw (R-02-005). */
export const Version = z.int().min(0)

/** One line of text: trimmed, at least `min` and at most `max` characters. */
export const line = (min: number, max: number) => z.string().trim().min(min).max(max)

/** Text of a person to a person, lines allowed: trimmed, at most `max` full-width characters, or twice as many others. */
export const note = (max: number) =>
  z
    .string()
    .trim()
    .refine((text) => textWidth(text) <= max, { params: { max } })

/** Text of a person that stays short: trimmed, at most `max` characters, each counting one (chapter 03 section 4). */
export const short = (max: number) =>
  z
    .string()
    .trim()
    .refine((text) => characterCount(text) <= max, { params: { max } })
