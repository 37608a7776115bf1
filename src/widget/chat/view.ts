import type { VisitorForm } from '../../protocol/model/index.ts'
import type {
  ByeCode,
  CustomerServerFrame,
  CustomerState,
  SeenMessage,
  SeenQuote,
  WidgetSettings,
} from '../../protocol/wire/index.ts'
import type { LinkStatus } from './connection.ts'
import type { OutboxItem } from './outbox.ts'
import type { TalksView } from './talks.ts'
import type { Upload } from './uploads.ts'

/** Everything the screen shows. */
export interface ChatView {
  readonly link: LinkStatus
  /** Why the server does not want us back. */
  readonly ended: ByeCode | null
  readonly settings: WidgetSettings | null
  readonly state: CustomerState
  /** In order of `seq`. */
  readonly messages: readonly SeenMessage[]
  readonly more: boolean
  readonly loadingOlder: boolean
  readonly outbox: readonly OutboxItem[]
  /** The questions before the chat were answered or skipped on this device. */
  readonly formDone: boolean
  /** What the next message answers; null: nothing. */
  readonly quoting: SeenQuote | null
  /** The server's clock minus this one's. */
  readonly clockOffsetMs: number
  readonly sendingId: string | null
  readonly uploads: readonly Upload[]
  readonly agentTyping: boolean
  readonly agentReadSeq: number
  /** Own read position; newer answers count as unread. */
  readonly readSeq: number
  /** Sending goes on then: the customer was too fast (R-18-082), or the server has no time now. */
  readonly pause: { readonly until: number; readonly why: 'fast' | 'busy' } | AskedSum | null
  /** False: the history is lost when the page closes. */
  readonly durable: boolean
  /** One must sign in first, or choose to do without an account (R-02-037). */
  readonly gate: boolean
  /** The address with which one is signed in to an account. */
  readonly account: string | null
  /** What else opens that account. */
  readonly otherAddresses: readonly string[]
  /** Only of an account. */
  readonly talks: TalksView | null
  /** What became of the signature of the page's server; null: there is none. */
  readonly standing: 'signed' | 'joined' | 'refused' | null
}

/** Sending goes on when this is added up: whoever is too fast again and again may be a program. */
export interface AskedSum {
  readonly why: 'sum'
  /** Time alone does not help. */
  readonly until: null
  readonly first: number
  readonly second: number
  /** The answer before was wrong. */
  readonly again: boolean
}

export const emptyView: ChatView = {
  link: 'connecting',
  ended: null,
  settings: null,
  state: { session: 'none', place: null, agent: null, endReason: null },
  messages: [],
  more: false,
  loadingOlder: false,
  outbox: [],
  formDone: false,
  quoting: null,
  clockOffsetMs: 0,
  sendingId: null,
  uploads: [],
  agentTyping: false,
  agentReadSeq: 0,
  readSeq: 0,
  pause: null,
  durable: true,
  gate: false,
  account: null,
  otherAddresses: [],
  talks: null,
  standing: null,
}

/** The server sends at most so many messages at once (R-18-036). */
export const PAGE_SIZE = 30

/** What a frame changes of the view; frames that change nothing answer the same view. */
export const applyFrame = (view: ChatView, frame: CustomerServerFrame): ChatView => {
  switch (frame.t) {
    case 'welcome': {
      // A full page may be the newest one instead of everything missed; what is older is then paged in again.
      const whole = view.messages.length > 0 && frame.messages.length < PAGE_SIZE
      return {
        ...view,
        settings: frame.settings,
        state: frame.state,
        messages: whole ? merge(view.messages, frame.messages) : frame.messages,
        more: whole ? view.more : frame.more,
        loadingOlder: false,
        agentTyping: false,
      }
    }
    case 'messages':
      return {
        ...view,
        messages: merge(view.messages, frame.messages),
        agentTyping: view.agentTyping && !frame.messages.some(({ from }) => from === 'agent'),
      }
    case 'changed': {
      const changed = new Map(frame.messages.map((message) => [message.id, message]))
      const { quoting } = view
      const isGone = quoting && changed.get(quoting.messageId)?.body.kind === 'recalled'
      return {
        ...view,
        // One that is not here comes in its new form when it is paged in.
        messages: view.messages.map((message) => changed.get(message.id) ?? message),
        quoting: isGone ? null : quoting,
      }
    }
    case 'older': {
      const first = view.messages[0]?.seq ?? Number.POSITIVE_INFINITY
      // An answer within what is here already only brought fresh addresses of pictures.
      const reachesBack = frame.messages.length === 0 || (frame.messages[0]?.seq ?? 0) < first
      return {
        ...view,
        messages: merge(view.messages, frame.messages),
        more: reachesBack ? frame.more : view.more,
        loadingOlder: false,
      }
    }
    case 'state':
      return {
        ...view,
        state: frame.state,
        agentTyping: view.agentTyping && isWithAgent(frame.state),
      }
    case 'typing':
      return { ...view, agentTyping: frame.on }
    case 'read':
      return { ...view, agentReadSeq: Math.max(view.agentReadSeq, frame.seq) }
    default:
      return view
  }
}

export const unreadOf = ({ messages, readSeq }: Pick<ChatView, 'messages' | 'readSeq'>): number =>
  messages.filter(({ from, seq, body }) => from === 'agent' && body.kind !== 'recalled' && seq > readSeq)
    .length

export const isWithAgent = ({ session }: CustomerState): boolean =>
  session === 'assigned' || session === 'active'

/** What is asked before the first message; null: nothing, or not any more (R-18-056). */
export const formAsked = ({ settings, messages, outbox, state, formDone }: ChatView): VisitorForm | null => {
  const form = settings?.form
  const hasWritten =
    outbox.some(({ refused }) => refused !== 'form-needed') || messages.some(({ from }) => from === 'me')
  return form && !formDone && !hasWritten && !isOpen(state) ? form : null
}

export const isOpen = (state: CustomerState): boolean =>
  isWithAgent(state) || state.session === 'pending' || state.session === 'requested'

/** What a message that answers this one carries of it; null: nobody has said it. */
export const quoteOf = ({ id, from, name, body }: SeenMessage): SeenQuote | null => {
  if (from === 'system') return null
  switch (body.kind) {
    case 'text':
      return { messageId: id, from, name, kind: 'text', text: body.text.slice(0, 120) }
    case 'image':
      return { messageId: id, from, name, kind: 'image', text: body.name }
    case 'file':
      return {
        messageId: id,
        from,
        name,
        kind: body.seconds === undefined ? 'file' : 'voice',
        text: body.name,
      }
    default:
      return null
  }
}

/** By id, the newer form winning, in order of `seq`. */
const merge = (old: readonly SeenMessage[], added: readonly SeenMessage[]): readonly SeenMessage[] => {
  if (added.length === 0) return old
  const byId = new Map([...old, ...added].map((message) => [message.id, message]))
  return [...byId.values()].sort((one, other) => one.seq - other.seq)
}
