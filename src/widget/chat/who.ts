import type { AgentId, WidgetId } from '../../protocol/model/index.ts'
import type { CustomerHello, CustomerServerFrame, WidgetSettings } from '../../protocol/wire/index.ts'
import type { PageInfo } from '../shared/bridge.ts'
import type { Storage } from '../shared/storage.ts'
import { accountWords } from './account.ts'
import type { Connection } from './connection.ts'
import type { ChatPorts } from './contract.ts'
import { PROTOCOL_VERSION } from './limits.ts'
import type { Reading } from './reading.ts'
import type { Screen } from './screen.ts'
import { bearerOf, createSignature, type Signature } from './signature.ts'
import { chooseTalk, talkWords } from './talks.ts'
import { emptyView } from './view.ts'

type Welcome = CustomerServerFrame & { t: 'welcome' }

/** Who is at this window: what is said of them in the hello, and whom the server takes them for. */
export interface Who {
  /** Another visitor than the one who has talked here begins anew. */
  start(page: PageInfo, visit: string, visitor: string): void
  hello(): CustomerHello
  /** What opens the thread; null: nothing yet. */
  token(): string | null
  identify(...of: Parameters<Signature['set']>): void
  /** False: what came is not theirs, and comes again. */
  welcome(frame: Welcome): boolean
  /** What this entry looks like and asks for from now on. */
  keep(settings: WidgetSettings): void
  waitAtGate(settings: WidgetSettings): void
  /** What opened the thread opens it no more. */
  signedOut(): void
  /** Says hello again, as whoever is known here now. */
  comeAgain(): void
  talkWith(agentId: AgentId | null): void
  beSomebodyNew(): void
}

export interface WhoPorts {
  readonly widgetId: string
  readonly ticket: string
  readonly browser: ChatPorts['browser']
  /** Makes a secret of 256 bits. */
  readonly secret: () => string
  readonly storage: Storage
  readonly screen: Screen
  readonly reading: Reading
  /** What was written and not sent was the word of whoever was here before. */
  readonly dropUnsent: () => void
  readonly connection: Pick<Connection, 'drop' | 'wake' | 'start' | 'stop'>
}

export const createWho = (ports: WhoPorts): Who => {
  const { widgetId, storage, screen, reading, connection } = ports
  const signature = createSignature()
  let page: PageInfo = { url: '', title: '', referrer: '', language: '' }
  let visit = ''
  let sentToken: string | null = null
  /** Said until there is a welcome, and good for one: it becomes the token. */
  let secret = ports.secret()
  /** Good for one welcome. */
  let { ticket } = ports
  /** Whose thread is on the screen. */
  let shownAs: string | null = null

  const token = (): string | null => signature.token() ?? storage.get('token')

  const helloAgain = (): void => {
    connection.drop()
    connection.wake()
  }

  const keep = (settings: WidgetSettings): void => {
    storage.keepFor(settings.cookies)
    storage.set('settings', JSON.stringify(settings))
    screen.update({ settings, durable: storage.isDurable() })
  }

  /** Those whom the company vouches for, and the conversations of an account, are read one by one. */
  const readingOf = (): string => {
    const bearer = signature.token() === null ? '' : (shownAs ?? '')
    const { talks } = screen.view()
    return talks?.with ? (bearer === '' ? talks.with : `${bearer}.${talks.with}`) : bearer
  }

  const comeAgain = (): void => {
    if (screen.view().gate) {
      screen.update({ gate: false })
      connection.start()
    } else helloAgain()
  }

  const beSomebodyNew = (): void => {
    connection.stop('lost')
    ports.dropUnsent()
    storage.clear()
    secret = ports.secret()
    shownAs = null
    reading.restart()
    signature.welcomed(null)
    screen.update({
      messages: [],
      more: false,
      readSeq: 0,
      state: emptyView.state,
      account: null,
      formDone: false,
    })
    connection.start()
  }

  return {
    start: (nextPage, nextVisit, visitor) => {
      page = nextPage
      visit = nextVisit
      const before = storage.get('visitor')
      if (visitor !== '' && before !== null && before !== visitor) beSomebodyNew()
      else connection.start()
      if (visitor !== '') storage.set('visitor', visitor)
    },
    hello: () => {
      sentToken = token()
      return {
        t: 'hello',
        v: PROTOCOL_VERSION,
        as: 'customer',
        widgetId: widgetId as WidgetId,
        token: sentToken,
        ...(sentToken === null && { secret }),
        after: reading.cursor(),
        page,
        ...(visit !== '' && { visit }),
        ...(ticket !== '' && { ticket }),
        ...(ports.browser && { browser: ports.browser }),
        ...accountWords(storage),
        ...talkWords(storage),
        ...signature.words(),
      }
    },
    token,
    identify: (signed, said) => {
      if (signature.set(signed, said)) helloAgain()
    },
    welcome: (frame) => {
      ticket = ''
      secret = ports.secret()
      keep(frame.settings)
      const isSigned = frame.identity === 'signed'
      signature.welcomed(isSigned ? frame.token : null)
      const stored = storage.get('token')
      if (!isSigned && stored !== null && stored !== sentToken) {
        // Another tab became known first; both must be the same visitor (R-18-027).
        helloAgain()
        return false
      }
      if (!isSigned) storage.set('token', frame.token)
      const bearer = bearerOf(frame.token)
      const before = shownAs ?? (isSigned ? bearer : (stored ?? bearer))
      shownAs = bearer
      const { account = null, addresses: otherAddresses = [] } = frame
      screen.update({ standing: frame.identity ?? null, account, otherAddresses })
      // Signed out elsewhere; where the page says who it is, that comes first.
      if (frame.account === undefined && !isSigned) storage.remove('account')
      // The server knows somebody else now: what was read belonged to the visitor before.
      if (before !== bearer) {
        const wasFurther = reading.cursor() > 0
        reading.restart()
        if (!isSigned) reading.forget()
        screen.update({ messages: [] })
        if (wasFurther) {
          // What came are the newest of another thread than the one that was asked for.
          helloAgain()
          return false
        }
      }
      reading.resume(readingOf())
      return true
    },
    signedOut: () => {
      // Another tab, in which they signed out, may have become somebody new already.
      if (storage.get('token') === sentToken) storage.remove('token')
    },
    /** Whatever opened an account or a thread here does so no more. */
    waitAtGate: (settings) => {
      connection.stop('lost')
      for (const key of ['account', 'token']) storage.remove(key)
      keep(settings)
      screen.update({ gate: true, account: null })
    },
    keep,
    comeAgain,
    /** The account's conversations are told with the welcome. */
    talkWith: (agentId) => {
      chooseTalk(storage, agentId)
      reading.restart()
      screen.update({
        messages: [],
        more: false,
        state: emptyView.state,
        agentReadSeq: 0,
        quoting: null,
      })
      comeAgain()
    },
    beSomebodyNew,
  }
}
