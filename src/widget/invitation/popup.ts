import { INVITATION_WORDS } from '../../protocol/invitationWords.ts'
import type { VisitAnswer } from '../../protocol/wire/index.ts'
import { isColor } from '../shared/bridge.ts'
import { textOn } from '../shared/color.ts'
import { freePlace } from './freePlace.ts'
import { popupSheet } from './popupStyle.ts'

type Invitation = NonNullable<VisitAnswer['invitation']>

/** The invitation on the page, in a shadow tree of its own. It asks for nothing: no focus is taken, Esc closes it. */
export interface Popup {
  show(invitation: Invitation, answered: (accepted: boolean) => void): void
  hide(): void
}

/** Whoever does nothing for so long has ignored it; the server counts from when it was sent. */
const SHOWN_MS = 60_000
const LOOK_AGAIN_MS = 2000

export const createPopup = (language: string, ours: Element): Popup => {
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
  let answer: ((accepted: boolean) => void) | null = null

  const hide = (): void => {
    clearTimeout(timer)
    document.removeEventListener('keydown', onKey)
    box?.remove()
    box = null
    answer = null
    said.textContent = ''
    host.remove()
  }
  const finish = (accepted: boolean): void => {
    const done = answer
    hide()
    done?.(accepted)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') finish(false)
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
    show: ({ look, agentName }, answered) => {
      hide()
      answer = answered
      const title = look.title || words.title
      const text = look.text || words.text
      box = element('section', look.style === 'bar' ? 'box bar' : 'box')
      box.setAttribute('aria-label', title)
      box.lang = zh ? 'zh-CN' : 'en'
      if (isColor(look.color)) {
        box.style.setProperty('--brand', look.color)
        box.style.setProperty('--on-brand', textOn(look.color))
      }
      const actions = element('div', 'actions')
      actions.append(
        button('accept', look.accept || words.accept, () => {
          finish(true)
        }),
        button('decline', look.decline || words.decline, () => {
          finish(false)
        }),
      )
      const close = button('close', '×', () => {
        finish(false)
      })
      close.setAttribute('aria-label', look.decline || words.decline)
      const body = element('div', 'body')
      if (agentName !== null) body.append(element('p', 'name', agentName))
      body.append(element('h2', '', title), element('p', '', text))
      box.append(body, actions, close)
      box.inert = true
      shadow.append(box)
      document.body.append(host)
      window.setTimeout(
        (mine: HTMLElement) => {
          if (box === mine) hide()
        },
        SHOWN_MS,
        box,
      )
      appear(box, `${agentName === null ? '' : `${agentName}. `}${title}. ${text}`)
    },
    hide,
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
