import type { PublicEntry } from '../../protocol/wire/index.ts'
import { isColor } from '../shared/bridge.ts'
import { textOn } from '../shared/color.ts'
import { CHAT, CROSS, DOWN, svg } from './icons.ts'
import { createHandles } from './layer.ts'
import { loadPicture } from './picture.ts'
import { entrySheet } from './style.ts'
import type { EntryWords } from './words.ts'

/** The entry as the visitor sees it: a button and a layer, in a shadow tree of their own (R-18-074). */
export interface EntryElements {
  readonly host: HTMLElement
  readonly button: HTMLButtonElement
  /** Shown over the layer until the frame is there. */
  readonly close: HTMLButtonElement
  /** `away`: instead of the entry, how the company can be reached. */
  show(what: 'entry' | 'away' | 'nothing'): void
  setLook(entry: PublicEntry, server: string): void
  setOpen(open: boolean): void
  setUnread(count: number): void
  setColor(color: string): void
  setSize(width: number, height: number): void
  setLoading(loading: boolean): void
  /** While the page is being scrolled. */
  setAside(aside: boolean): void
  addFrame(frame: HTMLIFrameElement): void
}

const NARROW = '(max-width: 639px)'

export const createEntryElements = (words: EntryWords): EntryElements => {
  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [entrySheet()]
  const root = make('div', '')

  const button = document.createElement('button')
  button.type = 'button'
  button.setAttribute('aria-expanded', 'false')
  const icon = svg(CHAT)
  const picture = make('span', 'picture')
  const lines = make('span', 'lines')
  const badge = make('span', 'badge')
  badge.hidden = true
  button.append(icon.element, picture, lines, badge)

  const panel = make('div', 'panel')
  panel.hidden = true
  const wait = make('div', 'wait')
  wait.setAttribute('role', 'status')
  const text = make('span', '')
  text.textContent = words.loading
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'close'
  name(close, words.close)
  close.append(svg(CROSS).element)
  wait.append(text, close)
  const handles = createHandles(panel, words)
  panel.append(wait, ...handles.elements)
  const contact = make('div', 'contact')
  // The layer stands before the button: after closing, the next Tab goes on where the page was.
  root.append(panel, button, contact)
  shadow.append(root)

  let shown: 'entry' | 'away' | 'nothing' = 'nothing'
  let look: PublicEntry | null = null
  let pictureUrl: string | null = null
  let isOpen = false
  let isAside = false
  let unread = 0
  const narrow = window.matchMedia(NARROW)

  const refresh = (): void => {
    const style = look?.style ?? 'round'
    const spot = look?.[narrow.matches ? 'h5' : 'web'].spot
    root.className = `${spot?.anchor ?? 'bottom-right'}${isOpen ? ' open' : ''}${isAside ? ' aside' : ''}`
    button.className = `entry ${style}`
    button.hidden = shown !== 'entry' || style === 'element'
    contact.hidden = shown !== 'away'
    host.hidden = shown === 'nothing'
    panel.hidden = !isOpen
    button.setAttribute('aria-expanded', String(isOpen))
    const opens = unread > 0 ? words.unread(unread) : words.open
    const said = lines.hidden ? '' : `${look?.title ?? ''} ${look?.text ?? ''}`.trim()
    // What can be read stands in the name too, for those who say what they see.
    name(button, isOpen ? words.close : said === '' ? opens : `${opens} · ${said}`)
    icon.path.setAttribute('d', isOpen ? DOWN : CHAT)
    badge.hidden = isOpen || unread === 0
    badge.textContent = unread > 99 ? '99+' : String(unread)
    for (const [key, value] of [
      ['--x', spot?.x ?? 20],
      ['--y', spot?.y ?? 20],
      ['--icon', look?.iconSize ?? 56],
    ] as const)
      root.style.setProperty(key, `${value}px`)
  }
  refresh()

  const drawPicture = (server: string): void => {
    if (!look) return
    const url = look.style === 'picture' ? look[narrow.matches ? 'h5' : 'web'].pictureUrl : look.avatarUrl
    if (url === pictureUrl) return
    pictureUrl = url
    picture.replaceChildren()
    icon.element.removeAttribute('hidden')
    if (url === null) return
    void loadPicture(server + url).then((drawn) => {
      // Another one may have been chosen meanwhile.
      if (!drawn || url !== pictureUrl) return
      picture.replaceChildren(drawn)
      icon.element.setAttribute('hidden', '')
    })
  }

  return {
    host,
    button,
    close,
    show: (what) => {
      shown = what
      refresh()
    },
    setLook: (next, server) => {
      look = next
      host.style.setProperty('--z', String(next.zIndex))
      const [title, line] = [make('b', ''), make('span', '')]
      title.textContent = next.title
      line.textContent = next.text
      lines.replaceChildren(title, line)
      lines.hidden = (next.style !== 'card' && next.style !== 'bar') || next.title + next.text === ''
      contact.replaceChildren(...contactLines(next, words))
      refresh()
      drawPicture(server)
      narrow.onchange = () => {
        handles.reset()
        refresh()
        drawPicture(server)
      }
    },
    setOpen: (open) => {
      isOpen = open
      refresh()
    },
    setUnread: (count) => {
      unread = count
      refresh()
    },
    setColor: (color) => {
      if (!isColor(color)) return
      root.style.setProperty('--brand', color)
      root.style.setProperty('--on-brand', textOn(color))
    },
    setSize: (width, height) => {
      handles.reset()
      root.style.setProperty('--width', `${width}px`)
      root.style.setProperty('--height', `${height}px`)
    },
    setLoading: (loading) => {
      wait.hidden = !loading
    },
    setAside: (aside) => {
      if (aside === isAside) return
      isAside = aside
      refresh()
    },
    addFrame: (frame) => {
      panel.prepend(frame)
    },
  }
}

const contactLines = ({ company, away }: PublicEntry, words: EntryWords): HTMLElement[] => {
  const title = make('b', '')
  title.textContent = company
  const said = make('span', '')
  said.textContent = words.away
  const found = [title, said]
  for (const [scheme, address] of [
    ['tel:', away?.phone],
    ['mailto:', away?.email],
  ] as const) {
    if (!address) continue
    const link = document.createElement('a')
    link.href = scheme + address
    link.textContent = address
    found[found.length] = link
  }
  return found
}

const make = (tag: string, className: string): HTMLElement => {
  const element = document.createElement(tag)
  element.className = className
  return element
}

const name = (button: HTMLButtonElement, text: string): void => {
  button.setAttribute('aria-label', text)
  button.title = text
}
