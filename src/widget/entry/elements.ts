import { isColor } from '../shared/bridge.ts'
import { textOn } from '../shared/color.ts'
import { entrySheet } from './style.ts'
import type { EntryWords } from './words.ts'

/** The entry as the visitor sees it: a button and a layer, in a shadow tree of their own (R-18-074). */
export interface EntryElements {
  readonly host: HTMLElement
  readonly button: HTMLButtonElement
  /** Shown over the layer until the frame is there. */
  readonly close: HTMLButtonElement
  setOpen(open: boolean): void
  setUnread(count: number): void
  setColor(color: string): void
  setSide(side: 'left' | 'right'): void
  setSize(width: number, height: number): void
  setLoading(loading: boolean): void
  addFrame(frame: HTMLIFrameElement): void
}

const CHAT =
  'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719M8 12h.01M12 12h.01M16 12h.01'
const DOWN = 'm6 9 6 6 6-6'
const CROSS = 'M18 6 6 18M6 6l12 12'

export const createEntryElements = (words: EntryWords): EntryElements => {
  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [entrySheet()]
  const root = document.createElement('div')

  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'entry'
  button.setAttribute('aria-expanded', 'false')
  const icon = svg(CHAT)
  const badge = document.createElement('span')
  badge.className = 'badge'
  badge.hidden = true
  button.append(icon.element, badge)

  const panel = document.createElement('div')
  panel.className = 'panel'
  panel.hidden = true
  const wait = document.createElement('div')
  wait.className = 'wait'
  wait.setAttribute('role', 'status')
  const text = document.createElement('span')
  text.textContent = words.loading
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'close'
  name(close, words.close)
  close.append(svg(CROSS).element)
  wait.append(text, close)
  panel.append(wait)
  // The layer stands before the button: after closing, the next Tab goes on where the page was.
  root.append(panel, button)
  shadow.append(root)

  let isOpen = false
  let unread = 0
  let side = 'right'
  const refresh = (): void => {
    root.className = `${side}${isOpen ? ' open' : ''}`
    panel.hidden = !isOpen
    button.setAttribute('aria-expanded', String(isOpen))
    name(button, isOpen ? words.close : unread > 0 ? words.unread(unread) : words.open)
    icon.path.setAttribute('d', isOpen ? DOWN : CHAT)
    badge.hidden = isOpen || unread === 0
    badge.textContent = unread > 99 ? '99+' : String(unread)
  }
  refresh()

  return {
    host,
    button,
    close,
    setOpen: (open) => {
      isOpen = open
      refresh()
    },
    setUnread: (count) => {
      unread = count
      refresh()
    },
    setSide: (next) => {
      side = next
      refresh()
    },
    setColor: (color) => {
      if (!isColor(color)) return
      root.style.setProperty('--brand', color)
      root.style.setProperty('--on-brand', textOn(color))
    },
    setSize: (width, height) => {
      root.style.setProperty('--width', `${width}px`)
      root.style.setProperty('--height', `${height}px`)
    },
    setLoading: (loading) => {
      wait.hidden = !loading
    },
    addFrame: (frame) => {
      panel.append(frame)
    },
  }
}

const name = (button: HTMLButtonElement, text: string): void => {
  button.setAttribute('aria-label', text)
  button.title = text
}

const svg = (d: string): { element: SVGSVGElement; path: SVGPathElement } => {
  const space = 'http://www.w3.org/2000/svg'
  const element = document.createElementNS(space, 'svg')
  element.setAttribute('viewBox', '0 0 24 24')
  element.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', d)
  element.append(path)
  return { element, path }
}
