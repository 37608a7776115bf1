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
