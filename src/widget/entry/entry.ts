import { isColor } from '../shared/bridge.ts'
import { createEntryElements } from './elements.ts'
import { createEntryFrame, type EntryFrame } from './frame.ts'
import { createEntryMemory } from './memory.ts'
import { pageInfo, pageLanguage } from './page.ts'
import { entryWords } from './words.ts'

export interface EntryOptions {
  /** Origin of the server. */
  readonly server: string
  /** Where this script came from; asked for again to see whether the server is there. */
  readonly script: string
  readonly widgetId: string
  /** Empty: the company's. */
  readonly color: string
}

/** One widget on the page. */
export interface Entry {
  open(): void
  close(): void
  /** Removes it and forgets the visitor, as when somebody signs out of the page. */
  shutdown(): void
}

const DEFAULT_COLOR = '#3358e0'
/** A frame that has not answered by then is not going to. */
const FRAME_WITHIN_MS = 20_000
/** Nor one whose page has loaded, for instance with the browser's message about a dead server. */
const FRAME_AFTER_LOAD_MS = 2000
/** Not more often (R-18-080). */
const RETRY_MS = 60_000
const ERASE_WITHIN_MS = 3000

export const createEntry = ({ server, script, widgetId, color }: EntryOptions): Entry => {
  const words = entryWords(pageLanguage())
  const memory = createEntryMemory(widgetId)
  const elements = createEntryElements(words)
  const ownColor = isColor(color) ? color : ''
  const look = memory.look()
  let frame: EntryFrame | null = null
  let isReady = false
  let isOpen = false
  let isGone = false
  let giveUp = 0
  let failures = 0

  const say = (): void => {
    if (isReady) frame?.tell({ kind: isOpen ? 'open' : 'close', page: pageInfo(), color: ownColor })
  }

  const load = (): void => {
    if (frame) return
    isReady = false
    elements.setLoading(true)
    frame = createEntryFrame(server, widgetId, words.window, (message) => {
      if (message.kind === 'close') close()
      else if (message.kind === 'size') sized(message.width, message.height)
      else if (message.kind === 'unread') {
        elements.setUnread(message.count)
        memory.setTalked(message.talked)
      } else {
        elements.setColor(ownColor || message.color)
        elements.setSide(message.side)
        memory.setLook(message.color, message.side)
      }
    })
    elements.addFrame(frame.element)
    waitForFrame(FRAME_WITHIN_MS)
    frame.element.addEventListener('load', () => {
      if (!isReady) waitForFrame(FRAME_AFTER_LOAD_MS)
    })
  }

  const waitForFrame = (delayMs: number): void => {
    clearTimeout(giveUp)
    giveUp = window.setTimeout(unreachable, delayMs)
  }

  const sized = (width: number, height: number): void => {
    elements.setSize(width, height)
    if (isReady) return
    isReady = true
    failures = 0
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

  /** Without a server there is no entry, and no complaint on somebody else's page either. */
  const unreachable = (): void => {
    failures += 1
    unload()
    close()
    elements.host.hidden = true
    retryLater()
  }

  const retryLater = (): void => {
    window.setTimeout(lookForServer, RETRY_MS)
  }

  const lookForServer = (): void => {
    if (isGone) return
    fetch(script, { method: 'HEAD', mode: 'no-cors', cache: 'no-store', credentials: 'omit' }).then(() => {
      // The server is there, yet its frame failed twice: the entry is closed, or not meant for this site (R-18-009).
      if (failures > 1) return
      elements.host.hidden = false
      if (memory.hasTalked()) load()
    }, retryLater)
  }

  const open = (): void => {
    if (isGone || isOpen || elements.host.hidden) return
    isOpen = true
    load()
    elements.setOpen(true)
    say()
    if (isReady) frame?.element.focus()
    else elements.close.focus()
  }

  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    elements.setOpen(false)
    say()
    // Only if the visitor was in the chat: the page's own focus is never taken away.
    if (document.activeElement === elements.host || document.activeElement === document.body) {
      elements.button.focus()
    }
  }

  const shutdown = (): void => {
    if (isGone) return
    const hadTalked = memory.hasTalked()
    memory.clear()
    close()
    isGone = true
    elements.host.hidden = true
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

  elements.button.addEventListener('click', () => {
    if (isOpen) close()
    else open()
  })
  elements.close.addEventListener('click', close)
  elements.host.shadowRoot?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape') close()
  })
  elements.setColor(ownColor || look?.color || DEFAULT_COLOR)
  elements.setSide(look?.side ?? 'right')
  elements.setSize(380, 620)

  const appear = (): void => {
    document.body.append(elements.host)
    // Somebody who has talked here before may have an answer waiting (R-18-038).
    if (memory.hasTalked()) whenQuiet(load)
  }
  if (document.body) appear()
  else document.addEventListener('DOMContentLoaded', appear)
  return { open, close, shutdown }
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
