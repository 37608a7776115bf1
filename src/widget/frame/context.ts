import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

import type { Chat } from '../chat/contract.ts'
import type { ChatView } from '../chat/view.ts'
import { wordsIn, type Language, type Words } from '../words/index.ts'

export interface Speech {
  readonly language: Language
  readonly words: Words
}

export const SpeechContext = createContext<Speech>({ language: 'zh-CN', words: wordsIn('zh-CN') })

export const useSpeech = (): Speech => useContext(SpeechContext)

export const useChatView = (chat: Chat): ChatView => {
  const [view, setView] = useState(chat.view)
  useEffect(() => {
    setView(chat.view())
    return chat.listen(() => {
      setView(chat.view())
    })
  }, [chat])
  return view
}

/** Whole seconds until `at`, counting down; 0 when it is over. */
export const useSecondsUntil = (at: number | null): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (at === null) return undefined
    setNow(Date.now())
    const timer = setInterval(() => {
      setNow(Date.now())
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [at])
  return at === null ? 0 : Math.max(0, Math.ceil((at - now) / 1000))
}

/** Longer than a browser can wait at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/** Whether a moment of the server's clock is over; turns true by itself. The device's own clock may be days off. */
export const useIsOver = (at: number | null, clockOffsetMs: number): boolean => {
  const dueAt = at === null ? Number.POSITIVE_INFINITY : at - clockOffsetMs
  const [looks, setLooks] = useState(0)
  useEffect(() => {
    const leftMs = dueAt - Date.now()
    if (leftMs < 0 || leftMs === Number.POSITIVE_INFINITY) return undefined
    const look = (): void => {
      setLooks(looks + 1)
    }
    const timer = setTimeout(look, Math.min(leftMs + 1, LONGEST_WAIT_MS))
    return () => {
      clearTimeout(timer)
    }
  }, [dueAt, looks])
  return dueAt < Date.now()
}
