/**
 * The page inside the widget's frame, and the chat's own page at `/chat/ID`.
 *
 * Lists what the browser has to offer, starts the conversation and connects it with the page around it.
 */
import { render } from 'preact'

import { systemClock } from '../base/clock.ts'
import { createIds } from '../base/ids.ts'
import { createChat } from './chat/chat.ts'
import { unreadOf } from './chat/view.ts'
import { readAddress, type FrameAddress } from './frame/address.ts'
import { App } from './frame/components/App.tsx'
import { watchColor } from './frame/entryAnswer.ts'
import { connectHost, ownPage, type Host } from './frame/host.ts'
import { createNotices } from './frame/notices.ts'
import { createPageEvents } from './frame/pageEvents.ts'
import { createPreferences } from './frame/preferences.ts'
import { sendFile } from './frame/sendFile.ts'
import { openBrowserSocket } from './frame/socket.ts'
import { createSound } from './frame/sound.ts'
import { applyColor } from './frame/theme.ts'
import type { ToFrame, ToPage } from './shared/bridge.ts'
import { askForNotices, showNotice } from './shared/notices.ts'
import { browserArea, createStorage } from './shared/storage.ts'
import { createVisitorMemory } from './shared/visitorMemory.ts'
import { chooseLanguage, wordsIn } from './words/index.ts'
import './frame/older.ts'

import './frame/style.css'

const NORMAL = { kind: 'size', width: 380, height: 620 } as const
const LARGE = { kind: 'size', width: 520, height: 760 } as const

const start = (address: FrameAddress, root: HTMLElement): void => {
  const { widgetId, hostOrigin, forcedLanguage, forcedTheme, messagePage, visit, ticket } = address
  const storage = createStorage(browserArea, widgetId)
  const preferences = createPreferences(storage)
  const sound = createSound(widgetId)
  const visitor = createVisitorMemory(storage)
  const chat = createChat({
    widgetId,
    ticket,
    browser: { agent: navigator.userAgent.slice(0, 512), visits: visitor.visit() },
    storage,
    clock: systemClock,
    ids: createIds(systemClock),
    random: Math.random,
    openSocket: openBrowserSocket,
    sendFile,
  })
  let host: Host | null = null
  let noticesAsked = (_allowed: boolean): void => undefined
  const notices = createNotices({
    preferences,
    ask: async () =>
      host
        ? new Promise((resolve) => {
            noticesAsked = resolve
            host?.tell({ kind: 'ask-notices' })
          })
        : askForNotices(),
    show: () => {
      if (host) host.tell({ kind: 'notice' })
      else
        showNotice({
          title: document.title,
          body: wordsIn(chooseLanguage([document.documentElement.lang])).notices.body,
          tag: `foyer-${widgetId}`,
          onClick: () => undefined,
        })
    },
  })
  let pageLanguages: readonly string[] = [navigator.language]
  let pageColor = ''
  let askedLanguage = forcedLanguage
  let isOpen = false
  let opened = 0
  /** The last message of each kind: the view changes far more often than what the page may know. */
  const told = new Map<string, string>()

  const tell = (message: ToPage): void => {
    const text = JSON.stringify(message)
    if (told.get(message.kind) === text) return
    told.set(message.kind, text)
    host?.tell(message)
  }

  const noteForPage = createPageEvents((name) => {
    tell({ kind: 'event', name })
  })

  const draw = (): void => {
    render(
      <App
        widgetId={widgetId}
        chat={chat}
        preferences={preferences}
        notices={notices}
        pageLanguages={pageLanguages}
        forcedLanguage={askedLanguage}
        messagePage={messagePage}
        opened={opened}
        onMinimize={host && (() => host?.tell({ kind: 'close' }))}
        onResize={host && ((large) => host?.tell(large ? LARGE : NORMAL))}
      />,
      root,
    )
  }

  const lookAgain = (): void => {
    chat.setVisible(isOpen && document.visibilityState === 'visible')
  }

  const onHostMessage = (message: ToFrame): void => {
    if (message.kind === 'erase') {
      chat.erase()
      return
    }
    if (message.kind === 'notices') {
      noticesAsked(message.allowed)
      return
    }
    if (message.kind === 'identify') {
      chat.identify(message.token, { name: message.name, email: message.email, phone: message.phone })
      return
    }
    if (message.kind === 'language') {
      askedLanguage = chooseLanguage([message.language])
      draw()
      return
    }
    if (message.kind === 'open' && !isOpen) opened += 1
    isOpen = message.kind === 'open'
    pageColor = message.color
    if (message.color !== '') applyColor(message.color)
    pageLanguages = [message.page.language, navigator.language]
    chat.start(message.page, message.visit, message.visitor)
    visitor.keep()
    lookAgain()
    draw()
  }

  chat.listen(() => {
    const { settings, messages, readSeq, standing } = chat.view()
    const color = pageColor || settings?.color
    if (color) applyColor(color)
    tell({ kind: 'unread', count: unreadOf({ messages, readSeq }), talked: chat.hasTalked() })
    if (standing === 'refused') tell({ kind: 'refused' })
    noteForPage(chat.view())
  })
  chat.onArrived(() => {
    notices.arrived()
    const looking = isOpen && document.hasFocus()
    if (!looking && preferences.sound()) sound.play()
  })
  document.addEventListener('visibilitychange', lookAgain)
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, sound.allow)
  window.addEventListener('online', () => {
    chat.networkChanged(true)
  })
  window.addEventListener('offline', () => {
    chat.networkChanged(false)
  })

  if (forcedTheme) document.documentElement.dataset.theme = forcedTheme
  const known = chat.view().settings
  if (known) applyColor(known.color)
  if (hostOrigin !== null && window.parent !== window) {
    host = connectHost(hostOrigin, onHostMessage)
    draw()
    host.tell(NORMAL)
  } else {
    document.documentElement.classList.add('page')
    isOpen = true
    opened = 1
    draw()
    // Not for the history of the browser, nor for whoever is given the address.
    if (visit + ticket !== '') history.replaceState(null, '', location.pathname + location.search)
    chat.start(ownPage(), visit, visitor.id())
    visitor.keep()
    lookAgain()
    watchColor(widgetId, (color) => {
      pageColor = color
      applyColor(color)
    })
  }
}

const root = document.querySelector<HTMLElement>('#app')
const address = readAddress(location.href)
if (root && address) start(address, root)
else if (root) root.textContent = `${wordsIn('zh-CN').closedEntry} · ${wordsIn('en').closedEntry}`
