import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useConnection, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'

/** Farther back nobody waits for the way there; the message history shows such a place at once. */
export const FARTHEST = 3000

export interface OlderOptions {
  readonly conversationId: ConversationId
  /** How many messages of it are read; behind so many there may be more on this device. */
  readonly limit: number
  /** How many there are. */
  readonly have: number
  /** One of those that are not here is looked for. */
  readonly missing: boolean
  /** Reads more of what is on this device. */
  readonly onMore: () => void
}

export interface Older {
  /** Why the last page did not come; null: it did, or was not asked for. */
  readonly failure: string | null
  /** The server has none, whatever was thought here. */
  readonly isEnd: boolean
  /** Shows older messages: what is kept here first, only beyond it the server is asked. */
  readonly load: () => void
  /** Asks the server once more for what is looked for. */
  readonly fetch: () => void
}

/** Fetches older messages where the reader goes back, and page by page as long as one of them is looked for and not here. */
export const useOlder = ({ conversationId, limit, have, missing, onMore }: OlderOptions): Older => {
  const run = useRun()
  const errorText = useErrorText()
  const isConnected = useConnection() === 'connected'
  const underWay = useRef(false)
  /** There were so many when the server had none before them. */
  const [all, setAll] = useState<number | null>(null)
  const isEnd = all === have
  const [failed, setFailed] = useState<{ readonly text: string; readonly isConnected: boolean } | null>(null)
  // What failed without a connection is worth another try with one.
  const failure = failed?.isConnected === isConnected ? failed.text : null

  // Who asks while a page is on its way gets the same answer.
  const ask = async () => run('history.load', { conversationId })
  /** Whether any came. */
  const take = (answer: Awaited<ReturnType<typeof ask>>): boolean => {
    setFailed(answer.ok ? null : { text: errorText(answer.code, answer.details), isConnected })
    const came = answer.ok && answer.value.loaded > 0
    setAll(answer.ok && !came ? have : null)
    return came
  }
  const reach = useEffectEvent((): void => {
    if (missing && !isEnd && failure === null) void ask().then(take)
  })
  useEffect(() => {
    reach()
  }, [missing, have, failure])

  const load = async (): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    if (have >= limit || (!isEnd && take(await ask()))) onMore()
    underWay.current = false
  }
  return {
    failure,
    isEnd,
    load: () => {
      void load()
    },
    fetch: () => {
      void ask().then(take)
    },
  }
}
