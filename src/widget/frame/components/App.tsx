import { useEffect, useMemo, useState } from 'preact/hooks'

import type { Chat } from '../../chat/chat.ts'
import { chooseLanguage, wordsIn, type Language } from '../../words/index.ts'
import { SpeechContext, useChatView } from '../context.ts'
import type { Preferences } from '../preferences.ts'
import { Announcer } from './Announcer.tsx'
import { Banner } from './Banner.tsx'
import { Composer } from './Composer.tsx'
import { Header } from './Header.tsx'
import { MessageList } from './MessageList.tsx'
import { SessionLine } from './SessionLine.tsx'

export interface AppProps {
  readonly chat: Chat
  readonly preferences: Preferences
  /** The languages of the page and of the browser. */
  readonly pageLanguages: readonly string[]
  readonly forcedLanguage: Language | null
  readonly opened: number
  readonly onMinimize: (() => void) | null
  readonly onResize: ((large: boolean) => void) | null
}

export const App = (props: AppProps) => {
  const { chat, preferences, pageLanguages, forcedLanguage, opened, onMinimize, onResize } = props
  const view = useChatView(chat)
  const [chosenLanguage, setChosenLanguage] = useState(preferences.language)
  const [sound, setSound] = useState(preferences.sound)
  const [large, setLarge] = useState(false)
  const [dropped, setDropped] = useState<readonly File[]>([])

  const language = chooseLanguage([chosenLanguage, forcedLanguage, view.settings?.language, ...pageLanguages])
  const speech = useMemo(() => ({ language, words: wordsIn(language) }), [language])
  const { words } = speech
  const company = view.settings?.company ?? words.company

  useEffect(() => {
    document.documentElement.lang = language
    document.title = company
  }, [language, company])

  if (view.link === 'ended') {
    return (
      <main class="closed">
        <h1>
          {view.ended === 'closed-entry'
            ? words.closedEntry
            : view.ended === 'version'
              ? words.outdated
              : words.notAccepted}
        </h1>
        {view.ended === 'closed-entry' && <p>{words.closedEntryHint}</p>}
        {onMinimize && (
          <button type="button" class="text-button" onClick={onMinimize}>
            {words.minimize}
          </button>
        )}
      </main>
    )
  }

  return (
    <SpeechContext.Provider value={speech}>
      <main
        class="app"
        aria-label={words.chat}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.isComposing) onMinimize?.()
        }}
        onDragOver={(event) => {
          event.preventDefault()
        }}
        onDrop={(event) => {
          event.preventDefault()
          setDropped([...(event.dataTransfer?.files ?? [])])
        }}
      >
        <Header
          view={view}
          sound={sound}
          onSound={() => {
            preferences.setSound(!sound)
            setSound(!sound)
          }}
          onLanguage={() => {
            const other = language === 'en' ? 'zh-CN' : 'en'
            preferences.setLanguage(other)
            setChosenLanguage(other)
          }}
          onMinimize={onMinimize}
          large={large}
          onResize={
            onResize &&
            (() => {
              onResize(!large)
              setLarge(!large)
            })
          }
        />
        <Banner
          view={view}
          onRetry={() => {
            chat.networkChanged(true)
          }}
        />
        <MessageList chat={chat} view={view} />
        <SessionLine chat={chat} view={view} />
        <Composer chat={chat} opened={opened} dropped={dropped} />
        <Announcer chat={chat} view={view} />
      </main>
    </SpeechContext.Provider>
  )
}
