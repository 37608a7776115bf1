import { chooseLanguage, type Language } from '../words/index.ts'

/** What the address of the page says: `/widget/frame.html?widget=ID&origin=…` or `/chat/ID`. */
export interface FrameAddress {
  readonly widgetId: string
  /** The page that carries the frame; null when the chat is a page of its own. */
  readonly hostOrigin: string | null
  readonly forcedLanguage: Language | null
  readonly forcedTheme: 'light' | 'dark' | null
  /** `?message`: opened to leave a message (R-18-086). */
  readonly messagePage: boolean
  /** `#visit=KEY`: whoever comes here by an invitation on another page; empty: nobody. */
  readonly visit: string
  /** `#link=TICKET`: whoever comes here by a link that was sent to them; empty: nobody. */
  readonly ticket: string
}

export const readAddress = (href: string): FrameAddress | null => {
  const { pathname, searchParams, hash } = new URL(href)
  const widgetId = /^\/chat\/([\w-]{1,64})\/?$/u.exec(pathname)?.[1] ?? searchParams.get('widget') ?? ''
  if (!/^[\w-]{1,64}$/u.test(widgetId)) return null
  const language = searchParams.get('lang')
  const theme = searchParams.get('theme')
  return {
    widgetId,
    hostOrigin: originOf(searchParams.get('origin')),
    forcedLanguage: language ? chooseLanguage([language]) : null,
    forcedTheme: theme === 'light' || theme === 'dark' ? theme : null,
    messagePage: searchParams.has('message'),
    ticket: /^#link=([\w.-]{20,256})$/u.exec(hash)?.[1] ?? '',
    visit: /^#visit=([\w-]{20,64})$/u.exec(hash)?.[1] ?? '',
  }
}

const originOf = (text: string | null): string | null => {
  try {
    const { origin } = new URL(text ?? '')
    return origin === 'null' ? null : origin
  } catch {
    return null
  }
}
