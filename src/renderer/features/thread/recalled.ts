import { create } from 'zustand'

import type { MessageId, Quote } from '../../../protocol/model/index.ts'
import { forgetWithAgent } from '../../core/index.ts'

/** What one has just taken back here, to be written again (R-06-084). */
export interface RecalledText {
  readonly text: string
  readonly files: readonly File[]
  /** What it answered. */
  readonly quote: Quote | null
  /** By the server's time. */
  readonly until: number
}

const KEPT_MS = 10 * 60_000

/** Only in this window's memory: who takes a message back does not want it to lie about. */
export const useRecalled = create<{ readonly byId: ReadonlyMap<MessageId, RecalledText> }>()(() => ({
  byId: new Map(),
}))

forgetWithAgent(() => {
  useRecalled.setState({ byId: new Map() })
})

export const keepRecalled = (
  id: MessageId,
  { text, files, quote }: Omit<RecalledText, 'until'>,
  now: number,
): void => {
  useRecalled.setState(({ byId }) => ({
    byId: new Map([...byId].filter(([, { until }]) => until > now)).set(id, {
      text,
      files,
      quote,
      until: now + KEPT_MS,
    }),
  }))
}
