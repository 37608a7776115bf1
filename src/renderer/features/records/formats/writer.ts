import type { Message } from '../../../../protocol/model/index.ts'

/** Whose records an export holds, in the words of whoever makes it. */
export interface RecordsOf {
  readonly title: string
  /** When it was made, as it is shown and as a machine reads it. */
  readonly madeAt: string
  readonly at: number
  /** The language of the words around what was said. */
  readonly language: string
}

/** A message with what of it can be read. */
export interface RecordLine {
  readonly message: Message
  /** Empty: the system says it. */
  readonly author: string
  readonly text: string
  readonly time: string
}

/**
 * Writes an export piece by piece, so that none is ever whole in the memory.
 *
 * What customers write is hostile: a writer puts nothing of it where it could be more than text.
 */
export interface RecordWriter {
  readonly extension: string
  readonly mime: string
  begin(of: RecordsOf): string
  /** `first`: nothing was written before these. */
  lines(lines: readonly RecordLine[], first: boolean): string
  end(): string
}
