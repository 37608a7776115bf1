import { useEffect, useMemo, useState } from 'preact/hooks'

import type { SeenNavItem } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import { formAsked } from '../../chat/view.ts'
import { chooseLanguage, wordsIn, type Language } from '../../words/index.ts'
import { SpeechContext, useChatView } from '../context.ts'
import { withFace } from '../face.ts'
import type { Notices } from '../notices.ts'
import type { Preferences } from '../preferences.ts'
import { inLanguage } from '../said.ts'
import { AccountPage } from './AccountPage.tsx'
import { Announcer } from './Announcer.tsx'
import { Banner } from './Banner.tsx'
import { Bar } from './Bar.tsx'
import { ClosedEntry } from './ClosedEntry.tsx'
import { CompanyPanel } from './CompanyPanel.tsx'
import { Composer } from './Composer.tsx'
import { Header } from './Header.tsx'
import { LeaveMessage } from './LeaveMessage.tsx'
import { MessageList } from './MessageList.tsx'
import { TalkBar } from './TalkBar.tsx'
import { VisitorForm } from './VisitorForm.tsx'

export interface AppProps {
  readonly widgetId: string
  readonly chat: Chat
  readonly preferences: Preferences
  readonly notices: Notices
  /** The languages of the page and of the browser. */
  readonly pageLanguages: readonly string[]
  readonly forcedLanguage: Language | null
  /** The page was opened to leave a message, whoever is there. */
  readonly messagePage: boolean
  readonly opened: number
  readonly onMinimize: (() => void) | null
  readonly onResize: ((large: boolean) => void) | null
}

export const App = (props: AppProps) => {
  const {
    widgetId,
    chat,
    preferences,
    notices,
    pageLanguages,
    forcedLanguage,
    messagePage,
    opened,
    onMinimize,
    onResize,
  } = props
  const seen = useChatView(chat)
  const [chosenLanguage, setChosenLanguage] = useState(preferences.language)
  const [sound, setSound] = useState(preferences.sound)
  const [large, setLarge] = useState(false)
  const [largeText, setLargeText] = useState(preferences.largeText)
  const [dropped, setDropped] = useState<readonly File[]>([])

  const { settings } = seen
  const language = chooseLanguage([chosenLanguage, forcedLanguage, settings?.language, ...pageLanguages])
  const speech = useMemo(() => ({ language, words: wordsIn(language) }), [language])
  const { words } = speech
  const view = useMemo(() => inLanguage(withFace(seen), language), [seen, language])
  const company = settings?.company ?? words.company

  const [navProblem, setNavProblem] = useState<string | null>(null)
  const questions = formAsked(view)
  /** A person was chosen before the questions were answered. */
  const [wish, setWish] = useState<SeenNavItem | null>(null)
  const choose = async (item: SeenNavItem): Promise<void> => {
    if (item.kind === 'person' && questions) setWish(item)
    else setNavProblem(await chat.choose(item.id))
  }
  useEffect(() => {
    if (!wish || questions) return
    setWish(null)
    void choose(wish)
    // `choose` is another function each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wish, questions])

  const [accountOpen, setAccountOpen] = useState(false)
  const hasAccounts =
    view.account !== null || (view.standing === null && (settings?.signIn?.ways.length ?? 0) > 0)

  const [formAway, setFormAway] = useState(false)
  const { askMessage, session } = view.state
  const isAsked = askMessage !== undefined
  const mayLeave = isAsked || (messagePage && (session === 'none' || session === 'ended'))
  const showsForm = mayLeave && !formAway
  useEffect(() => {
    setFormAway(false)
  }, [isAsked])

  useEffect(() => {
    document.documentElement.lang = language
    document.title = company
  }, [language, company])
  useEffect(() => {
    document.documentElement.classList.toggle('large-text', largeText)
  }, [largeText])

  // Wherever the focus is: after a click on words nothing has it (R-18-063).
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) onMinimize?.()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
    }
  }, [onMinimize])

  if (view.link === 'ended') {
    return (
      <main class="closed">
        {view.ended === 'closed-entry' ? (
          <ClosedEntry widgetId={widgetId} words={words} />
        ) : (
          <h1>{view.ended === 'version' ? words.outdated : words.notAccepted}</h1>
        )}
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
          largeText={largeText}
          onLargeText={() => {
            preferences.setLargeText(!largeText)
            setLargeText(!largeText)
          }}
          onLanguage={() => {
            const other = language === 'en' ? 'zh-CN' : 'en'
            preferences.setLanguage(other)
            setChosenLanguage(other)
          }}
          onAccount={
            hasAccounts && !view.gate
              ? () => {
                  setAccountOpen(!accountOpen)
                }
              : null
          }
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
        {view.gate || accountOpen ? (
          <AccountPage
            widgetId={widgetId}
            chat={chat}
            view={view}
            onBack={() => {
              setAccountOpen(false)
            }}
          />
        ) : (
          <>
            <Banner
              widgetId={widgetId}
              view={view}
              onRetry={() => {
                chat.networkChanged(true)
              }}
              onSolve={(sum) => {
                chat.solve(sum)
              }}
            />
            <TalkBar chat={chat} view={view} />
            <MessageList
              chat={chat}
              view={view}
              onChoose={(item) => {
                void choose(item)
              }}
            />
            {showsForm ? (
              <LeaveMessage
                chat={chat}
                view={view}
                onBack={() => {
                  setFormAway(true)
                }}
              />
            ) : questions && settings ? (
              <VisitorForm chat={chat} form={questions} settings={settings} awaited={wish !== null} />
            ) : (
              <>
                <Bar
                  chat={chat}
                  view={view}
                  notices={notices}
                  problem={navProblem}
                  onLeaveMessage={() => {
                    setFormAway(false)
                  }}
                  onChoose={(item) => {
                    void choose(item)
                  }}
                />
                <Composer chat={chat} view={view} opened={opened} dropped={dropped} />
              </>
            )}
          </>
        )}
        <Announcer chat={chat} view={view} />
      </main>
      {onMinimize === null && view.settings && <CompanyPanel settings={view.settings} />}
    </SpeechContext.Provider>
  )
}
