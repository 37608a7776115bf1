/** What may be expected is returned, what is thrown is a bug. `code` is stable and translated at the edge. */
export type Result<T, Code extends string = string> = Ok<T> | Refusal<Code>

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

/** `details` holds the figures a sentence needs (limits, names), never a sentence. */
export interface Refusal<Code extends string = string> {
  readonly ok: false
  readonly code: Code
  readonly details?: RefusalDetails
}

export type RefusalDetails = Readonly<Record<string, string | number | boolean | null>>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const refuse = <Code extends string>(code: Code, details?: RefusalDetails): Refusal<Code> =>
  details ? { ok: false, code, details } : { ok: false, code }
