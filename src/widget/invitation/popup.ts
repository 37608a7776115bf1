import { INVITATION_WORDS } from '../../protocol/invitationWords.ts'
import type { VisitAnswer } from '../../protocol/wire/index.ts'
import { loadPicture } from '../entry/picture.ts'
import { isColor } from '../shared/bridge.ts'
import { textOn } from '../shared/color.ts'
import { freePlace } from './freePlace.ts'
import { popupSheet } from './popupStyle.ts'

type Invitation = NonNullable<VisitAnswer['invitation']>

/** The invitation on the page, in a shadow tree of its own. It asks for nothing: no focus is taken, Esc closes it. */
export interface Popup {
  show(invitation: Invitation, to: PopupActions): void
  hide(): void
}

/** What comes of it. */
export interface PopupActions {
  /** Resolves when the server knows. `elsewhere`: on the page of an entry for accounts. */
  answer(accepted: boolean, elsewhere: boolean): Promise<void>
  /** Opens the chat of this page. */
  open(): void
  /** By which that other page says whose invitation it was. */
  key(): string
}

/** What the visitor does with it: chats here, chats with an account, neither. */
type Choice = 'web' | 'im' | 'none'

/** Whoever does nothing for so long has ignored it; the server counts from when it was sent. */
const SHOWN_MS = 60_000
const LOOK_AGAIN_MS = 2000

export const createPopup = (language: string, ours: Element, server: string): Popup => {
  const zh = /^zh\b/iu.test(language)
  const words = INVITATION_WORDS[zh ? 'zh-CN' : 'en']
  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [popupSheet()]
  // Before any text, so that a screen reader hears what is put into it.
  const said = element('div', 'said')
  said.setAttribute('role', 'status')
  shadow.append(said)
  let box: HTMLElement | null = null
  let timer = 0
  let actions: PopupActions | null = null
  let imUrl = ''

  const hide = (): void => {
    clearTimeout(timer)
    document.removeEventListener('keydown', onKey)
    box?.remove()
    box = null
    actions = null
    said.textContent = ''
    host.remove()
  }
  // Whoever has the chat open is there already; behind it an invitation would only be heard.
  const chat = ours.shadowRoot?.querySelector<HTMLElement>('.panel')
  const isChatOpen = (): boolean => chat?.hidden === false
  if (chat) {
    new MutationObserver(() => {
      if (isChatOpen()) hide()
    }).observe(chat, { attributeFilter: ['hidden'] })
  }
  const finish = async (choice: Choice): Promise<void> => {
    const to = actions
    const url = server + imUrl
    // Opened at once: later it would no longer be what the click has asked for.
    const tab = choice === 'im' ? window.open('') : null
    if (tab) tab.opener = null
    hide()
    // The chat says hello only after the server knows of the answer.
    await to?.answer(choice !== 'none', choice === 'im')
    if (tab) tab.location.href = `${url}#visit=${to?.key() ?? ''}`
    else if (choice !== 'none') to?.open()
  }
  const onKey = (event: KeyboardEvent): void => {
    // The Esc of an input method takes back a word.
    if (event.key === 'Escape' && !event.isComposing) void finish('none')
  }

  /** Waits while the page has something of its own there, such as a question for consent (R-18-045). */
  const appear = (shown: HTMLElement, text: string): void => {
    if (!freePlace(shown, host, ours)) {
      timer = window.setTimeout(() => {
        if (box) appear(shown, text)
      }, LOOK_AGAIN_MS)
      return
    }
    shown.classList.add('here')
    shown.inert = false
    document.addEventListener('keydown', onKey)
    said.textContent = text
  }

  return {
    show: ({ look, pictureUrl, web, imUrl: im, agentName }, to) => {
      hide()
      if (isChatOpen()) return
      actions = to
      imUrl = im ?? ''
      const title = look.title || words.title
      const text = look.text || words.text
      box = element('section', look.style === 'bar' ? 'box bar' : 'box')
      box.setAttribute('aria-label', title)
      box.lang = zh ? 'zh-CN' : 'en'
      if (isColor(look.color)) {
        box.style.setProperty('--brand', look.color)
        box.style.setProperty('--on-brand', textOn(look.color))
      }
      const row = element('div', 'actions')
      const add = (className: string, label: string, choice: Choice): void => {
        row.append(
          button(className, label, () => {
            void finish(choice)
          }),
        )
      }
      if (web) add('accept', look.accept || words.accept, 'web')
      if (im !== null) add(web ? 'decline' : 'accept', look.acceptIm || words.acceptIm, 'im')
      add('decline', look.decline || words.decline, 'none')
      const close = button('close', '×', () => {
        void finish('none')
      })
      close.setAttribute('aria-label', look.decline || words.decline)
      const body = element('div', 'body')
      if (agentName !== null) body.append(element('p', 'name', agentName))
      body.append(element('h2', '', title), element('p', '', text))
      const mine = box
      box.append(body, row, close)
      box.inert = true
      if (pictureUrl !== null) {
        void loadPicture(server + pictureUrl).then((picture) => {
          if (picture) mine.prepend(picture)
        })
      }
      shadow.append(box)
      document.body.append(host)
      makeRoom(box, row, ours)
      window.setTimeout(() => {
        if (box === mine) hide()
      }, SHOWN_MS)
      appear(box, `${agentName === null ? '' : `${agentName}. `}${title}. ${text}`)
    },
    hide,
  }
}

/** The entry lies above the invitation: where it would cover a button, the buttons go above it. */
const makeRoom = (box: HTMLElement, row: Element, ours: Element): void => {
  const entry = ours.shadowRoot?.querySelector('.entry')?.getBoundingClientRect()
  if (!entry || entry.width === 0) return
  for (const one of row.children) {
    const { right, bottom, left, top } = one.getBoundingClientRect()
    if (right > entry.left && left < entry.right && bottom > entry.top && top < entry.bottom) {
      box.style.paddingBottom = `${box.getBoundingClientRect().bottom - entry.top + 8}px`
      return
    }
  }
}

const element = (tag: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}

const button = (className: string, text: string, action: () => void): HTMLElement => {
  const made = element('button', className, text)
  made.setAttribute('type', 'button')
  made.addEventListener('click', action)
  return made
}
