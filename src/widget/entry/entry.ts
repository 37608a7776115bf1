import type { PublicEntry } from '../../protocol/wire/index.ts'
import { isColor, type ToFrame } from '../shared/bridge.ts'
import { askForNotices, showNotice } from '../shared/notices.ts'
import type { Storage } from '../shared/storage.ts'
import type { VisitorMemory } from '../shared/visitorMemory.ts'
import { askForAnswers, parseAnswer } from './answer.ts'
import { createEntryElements } from './elements.ts'
import { createEntryFrame, type EntryFrame } from './frame.ts'
import { campaignOf, pageInfo, pageLanguage } from './page.ts'
import { attachTo, type Triggers } from './triggers.ts'
import { entryWords } from './words.ts'

export interface EntryOptions {
  /** Origin of the server. */
  readonly server: string
  readonly widgetId: string
  /** Empty: the company's. */
  readonly color: string
  /** The page's own. */
  readonly storage: Storage
  readonly visitor: VisitorMemory
  /** Key of the visit that the page has told of. */
  readonly visitKey?: () => string
  /** Something the page may know. */
  readonly onNews?: (name: string, count?: number) => void
}

/** One widget on the page. */
export interface Entry {
  /** What it has put into the page. */
  readonly host: Element
  open(): void
  close(): void
  /** Opens the chat from an element of the page too. */
  attach(selector: string): void
  /** For the frame, now and whenever it is there; what was said last of each kind holds. */
  tell(message: ToFrame): void
  /** Removes it and forgets the visitor, as when somebody signs out of the page. */
  shutdown(): void
}

/** A frame that has not answered by then is not going to. */
const FRAME_WITHIN_MS = 20_000
/** Nor one whose page has loaded, for instance with the browser's message about a dead server. */
const FRAME_AFTER_LOAD_MS = 2000
const ERASE_WITHIN_MS = 3000
/** The visitor has stopped scrolling. */
const STILL_AFTER_MS = 500

export const createEntry = (options: EntryOptions): Entry => {
  const { server, widgetId, color, storage, visitor, visitKey = () => '', onNews = () => undefined } = options
  const words = entryWords(pageLanguage())
  const elements = createEntryElements(words)
  const ownColor = isColor(color) ? color : ''
  let entry: PublicEntry | null = null
  let triggers: { readonly of: string; readonly on: Triggers } | null = null
  let opener: HTMLElement = elements.button
  let frame: EntryFrame | null = null
  /** The answer that is shown. */
  let shown = ''
  /** The one of last time. */
  let last: PublicEntry | null = null
  let isReady = false
  let isOpen = false
  let isGone = false
  let isSaid = false
  /** The page asked for the chat before the entry was known. */
  let wantsOpen = false
  /** Elements that the page itself has named. */
  let own = ''
  let unread = 0
  const toldByPage = new Map<string, ToFrame>()
  let giveUp = 0
  let still = 0

  const hasTalked = (): boolean => storage.get('talked') === '1'
  const setTalked = (talked: boolean): void => {
    if (talked) storage.set('talked', '1')
    else storage.remove('talked')
  }

  const say = (): void => {
    const told = ownColor || entry?.color || ''
    if (!isReady) return
    for (const message of toldByPage.values()) frame?.tell(message)
    frame?.tell({
      kind: isOpen ? 'open' : 'close',
      page: pageInfo(),
      color: told,
      visit: visitKey(),
      // What the page forgets with itself is nothing the window could go by.
      visitor: storage.isDurable() ? visitor.id() : '',
    })
  }

  const load = (): void => {
    if (frame) return
    isReady = false
    if (!isGone) visitor.keep()
    elements.setLoading(true)
    frame = createEntryFrame(server, widgetId, words.window, (message) => {
      // What is still said while everything is being forgotten would be remembered.
      if (isGone) return
      if (message.kind === 'close') close()
      else if (message.kind === 'size') sized(message.width, message.height)
      else if (message.kind === 'event') onNews(message.name)
      else if (message.kind === 'refused') warn()
      else if (message.kind === 'ask-notices') void askNotices()
      else if (message.kind === 'notice') notify()
      else {
        elements.setUnread(message.count)
        setTalked(message.talked)
        if (message.count !== unread) onNews('messages', (unread = message.count))
      }
    })
    elements.addFrame(frame.element)
    waitForFrame(FRAME_WITHIN_MS)
    frame.element.addEventListener('load', () => {
      if (!isReady) waitForFrame(FRAME_AFTER_LOAD_MS)
    })
  }

  const askNotices = async (): Promise<void> => {
    frame?.tell({ kind: 'notices', allowed: await askForNotices() })
  }

  const notify = (): void => {
    showNotice({
      title: entry?.company ?? '',
      body: words.news,
      tag: `foyer-${widgetId}`,
      onClick: () => {
        open()
      },
    })
  }

  const waitForFrame = (delayMs: number): void => {
    clearTimeout(giveUp)
    giveUp = window.setTimeout(() => {
      away()
      answers.later()
    }, delayMs)
  }

  const sized = (width: number, height: number): void => {
    elements.setSize(width, height)
    if (isReady) return
    isReady = true
    clearTimeout(giveUp)
    elements.setLoading(false)
    say()
    if (isOpen) frame?.element.focus()
  }

  const unload = (): void => {
    clearTimeout(giveUp)
    frame?.remove()
    frame = null
    isReady = false
  }

  const show = (next: PublicEntry, text: string): void => {
    entry = next
    if (text !== shown) {
      shown = text
      elements.setLook(next, server)
      elements.setColor(ownColor || next.color)
      attach(next)
      say()
    }
    elements.show('entry')
    if (wantsOpen) {
      wantsOpen = false
      open()
    }
    // Somebody who has talked here before may have an answer waiting (R-18-038).
    if (next.opens === 'layer' && hasTalked()) {
      whenQuiet(() => {
        if (entry && !isGone) load()
      })
    }
  }

  const attach = ({ style, selectors, title }: PublicEntry): void => {
    let wanted = ''
    const all = style === 'element' ? selectors : []
    for (const selector of all) wanted += `${selector}\n`
    wanted += own
    if (triggers?.of === wanted) return
    triggers?.on.stop()
    const open = (element: HTMLElement): void => {
      opener = element
      toggle()
    }
    triggers = wanted === '' ? null : { of: wanted, on: attachTo([...all, own], title || words.open, open) }
  }

  const hide = (): void => {
    close()
    unload()
    triggers?.on.stop()
    triggers = null
    entry = null
    shown = ''
  }

  /** Without a server there is no chat, and no complaint on somebody else's page either (R-18-080). */
  const away = (): void => {
    // An open chat tells by itself how its line is, and keeps what is being written (R-18-026).
    if (isGone || (isOpen && isReady)) return
    const known = entry ?? last
    hide()
    if (known?.away) elements.setLook(known, server)
    elements.show(known?.away && known.style !== 'element' ? 'away' : 'nothing')
  }

  const closed = (why: 'closed' | 'foreign'): void => {
    hide()
    storage.remove('entry')
    last = null
    elements.show('nothing')
    if (isSaid) return
    isSaid = true
    // The one line for whoever looks after the page (R-18-009).
    // oxlint-disable-next-line no-console -- it is meant for them
    console.info(
      `Foyer: the entry ${widgetId} is ${why === 'closed' ? 'closed' : 'not meant for this site'}.`,
    )
  }

  /** For whoever looks after the page; the visitor is not bothered (R-18-053). */
  const warn = (): void => {
    // oxlint-disable-next-line no-console -- it is meant for them
    console.warn('Foyer: the identity is not signed well or too old; the visitor is anonymous.')
  }

  const toggle = (): void => {
    if (isOpen) close()
    else open()
  }

  const open = (): void => {
    if (isGone || isOpen) return
    if (!entry) {
      wantsOpen = !isSaid
      return
    }
    if (entry.opens === 'page') {
      window.open(`${server}/chat/${widgetId}${campaignOf(location.href)}`, '_blank', 'noopener')
      return
    }
    isOpen = true
    onNews('opened')
    load()
    elements.setOpen(true)
    say()
    if (isReady) frame?.element.focus()
    else elements.close.focus()
  }

  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    onNews('closed')
    elements.setOpen(false)
    say()
    // Only if the visitor was in the chat: the page's own focus is never taken away.
    if (document.activeElement === elements.host || document.activeElement === document.body) {
      opener.focus()
    }
  }

  const shutdown = (): void => {
    if (isGone) return
    const hadTalked = hasTalked()
    answers.stop()
    removeEventListener('scroll', scrolled, true)
    storage.clear()
    close()
    triggers?.on.stop()
    isGone = true
    elements.show('nothing')
    if (hadTalked || frame) {
      load()
      const erase = (): void => frame?.tell({ kind: 'erase' })
      if (isReady) erase()
      else frame?.element.addEventListener('load', erase)
      window.setTimeout(() => {
        unload()
        elements.host.remove()
      }, ERASE_WITHIN_MS)
    } else elements.host.remove()
  }

  const scrolled = (): void => {
    if (entry?.floating !== 'shy' || isOpen) return
    elements.setAside(true)
    clearTimeout(still)
    still = window.setTimeout(() => {
      elements.setAside(false)
    }, STILL_AFTER_MS)
  }

  elements.button.addEventListener('click', () => {
    opener = elements.button
    toggle()
  })
  elements.close.addEventListener('click', close)
  elements.host.shadowRoot?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape') close()
  })
  addEventListener('scroll', scrolled, { capture: true, passive: true })
  elements.setSize(380, 620)
  // As it was last time, so that nothing changes under the eye; the answer of the server follows.
  const remembered = storage.get('entry')
  if (remembered !== null) {
    void parseAnswer(remembered).then((answer) => {
      if (answer?.state !== 'active' || isGone) return
      last = answer.entry
      // The server may have been quicker.
      if (shown === '' && !isSaid) show(answer.entry, remembered)
    })
  }

  const answers = askForAnswers({
    server,
    widgetId,
    onActive: (next, text) => {
      storage.keepFor(next.cookies)
      storage.set('entry', text)
      last = next
      show(next, text)
    },
    onClosed: closed,
    onAway: away,
  })

  const appear = (): void => {
    document.body.append(elements.host)
  }
  if (document.body) appear()
  else document.addEventListener('DOMContentLoaded', appear)
  return {
    host: elements.host,
    open,
    close,
    attach: (selector) => {
      own += (own === '' ? '' : ',') + selector
      if (entry) attach(entry)
    },
    tell: (message) => {
      toldByPage.set(message.kind, message)
      if (isReady) frame?.tell(message)
    },
    shutdown,
  }
}

/** After the page has loaded and has nothing better to do. */
const whenQuiet = (action: () => void): void => {
  const later = (): void => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(action, { timeout: 3000 })
    else setTimeout(action, 1000)
  }
  if (document.readyState === 'complete') later()
  else window.addEventListener('load', later, { once: true })
}
