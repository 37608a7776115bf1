import type { VisitAnswer } from '../../protocol/wire/index.ts'
import type { VisitorMemory } from '../shared/visitorMemory.ts'
import { pageInfo } from './page.ts'

/** What the page tells the server while the chat is closed. */
export interface Visit {
  /** Known to this page alone; empty while nothing is told. */
  key(): string
  /** The visitor allows it, whatever their browser says. */
  consent(): void
  answer(id: string, accepted: boolean, elsewhere: boolean): Promise<void>
  stop(): void
}

export interface VisitOptions {
  readonly server: string
  readonly widgetId: string
  readonly visitor: VisitorMemory
  /** The page says that its visitors were asked. */
  readonly consent: boolean
  readonly onInvitation: (invitation: NonNullable<VisitAnswer['invitation']>) => void
  readonly onOpen: () => void
}

/** As `protocol/wire/visits` reads them. */
type Fields = Readonly<Record<string, string>>

/** Pages that change their address without loading are looked at this often. */
const LOOK_MS = 2000
const LEAST_MS = 1000
/** What is told stays small, whatever the page is called. */
const ADDRESS_LIMIT = 512
const TITLE_LIMIT = 64
const RETRY_MS = 60_000
/** While a server is started again an answer would be lost; what the visitor accepted would never begin. About a minute. */
const ANSWER_AGAIN_MS = [500, 1000, 2000, ...Array<number>(14).fill(4000)]

export const createVisit = ({
  server,
  widgetId,
  visitor,
  consent,
  onInvitation,
  onOpen,
}: VisitOptions): Visit => {
  const address = `${server}/api/visit`
  let on = false
  let told = ''
  let timer = 0
  let failures = 0
  let current: AbortController | undefined
  let key = ''

  const post = async (fields: Fields, signal?: AbortSignal): Promise<VisitAnswer> => {
    const response = await fetch(address, {
      method: 'POST',
      body: text(fields),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(signal && { signal }),
    })
    return response.ok ? ((await response.json()) as VisitAnswer) : Promise.reject(new Error('refused'))
  }

  /** A text, which a browser sends without asking leave; and no JSON, which some pages break. */
  const text = (fields: Fields): string => {
    const form = new URLSearchParams({ widget: widgetId, key })
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return String(form)
  }

  const page = (): Fields => {
    const { url, title, referrer } = pageInfo()
    return {
      url: url.slice(0, ADDRESS_LIMIT),
      title: title.slice(0, TITLE_LIMIT),
      referrer: referrer.slice(0, 256),
      mobile: matchMedia('(max-width: 639px)').matches ? '1' : '',
      visit: String(visitor.visit()),
    }
  }

  const beat = (whole: boolean): void => {
    clearTimeout(timer)
    current?.abort()
    current = undefined
    if (!on || document.visibilityState === 'hidden') return
    const mine = new AbortController()
    current = mine
    if (whole) told = location.href
    post(whole ? page() : {}, mine.signal).then(
      (answer) => {
        if (current !== mine) return
        failures = 0
        take(answer)
      },
      () => {
        if (current !== mine) return
        failures += 1
        later(RETRY_MS * Math.min(failures, 10), true)
      },
    )
  }

  const later = (ms: number, whole: boolean): void => {
    timer = window.setTimeout(() => {
      beat(whole)
    }, ms)
  }

  const take = (answer: VisitAnswer): void => {
    if (!answer.on) {
      stop()
      return
    }
    visitor.keep()
    if (answer.invitation) onInvitation(answer.invitation)
    if (answer.open) onOpen()
    later(Math.max(LEAST_MS, answer.nextMs), answer.again === true)
  }

  const look = (): void => {
    if (location.href !== told) beat(true)
  }
  const onVisibility = (): void => {
    beat(location.href !== told)
  }
  const onLeave = (): void => {
    navigator.sendBeacon(address, text({ bye: pageInfo().url.slice(0, ADDRESS_LIMIT) }))
  }
  /** A page that was kept aside and is shown again. */
  const onReturn = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) beat(true)
  }
  /** A page whose policy forbids it is asked once. */
  const onForbidden = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    if (blockedURI.startsWith(server)) stop()
  }
  let looking = 0

  const start = (): void => {
    if (on) return
    on = true
    key = visitor.id()
    document.addEventListener('visibilitychange', onVisibility)
    document.addEventListener('securitypolicyviolation', onForbidden)
    window.addEventListener('pagehide', onLeave)
    window.addEventListener('pageshow', onReturn)
    looking = window.setInterval(look, LOOK_MS)
    beat(true)
  }

  const stop = (): void => {
    on = false
    clearTimeout(timer)
    clearInterval(looking)
    current?.abort()
    document.removeEventListener('visibilitychange', onVisibility)
    document.removeEventListener('securitypolicyviolation', onForbidden)
    window.removeEventListener('pagehide', onLeave)
    window.removeEventListener('pageshow', onReturn)
  }

  if (consent || !wantsPrivacy()) start()
  return {
    key: () => (on ? key : ''),
    consent: start,
    answer: async (id, accepted, elsewhere) => {
      for (const ms of ANSWER_AGAIN_MS) {
        try {
          await post({ answer: id, accepted: accepted ? '1' : '', elsewhere: elsewhere ? '1' : '' })
          return
        } catch {
          await new Promise((resolve) => setTimeout(resolve, ms))
        }
      }
    },
    stop,
  }
}

/** "Do not track", or the global privacy signal (R-18-046). */
const wantsPrivacy = (): boolean =>
  navigator.doNotTrack === '1' ||
  ('globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true)
