import type {
  ByeCode,
  CustomerServerFrame,
  CustomerState,
  SeenMessage,
  WidgetSettings,
} from '../../protocol/wire/index.ts'
import type { LinkStatus } from './connection.ts'
import type { OutboxItem } from './outbox.ts'
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
  readonly sendingId: string | null
  readonly uploads: readonly Upload[]
  readonly agentTyping: boolean
  readonly agentReadSeq: number
  /** Own read position; newer answers count as unread. */
  readonly readSeq: number
  /** Sending goes on then: the customer was too fast (R-18-082), or the server has no time now. */
  readonly pause: { readonly until: number; readonly why: 'fast' | 'busy' } | null
  /** False: the history is lost when the page closes. */
  readonly durable: boolean
  /** What became of the signature of the page's server; null: there is none. */
  readonly standing: 'signed' | 'joined' | 'refused' | null
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
  sendingId: null,
  uploads: [],
  agentTyping: false,
  agentReadSeq: 0,
  readSeq: 0,
  pause: null,
  durable: true,
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
  messages.filter(({ from, seq }) => from === 'agent' && seq > readSeq).length

export const isWithAgent = ({ session }: CustomerState): boolean =>
  session === 'assigned' || session === 'active'

export const isOpen = (state: CustomerState): boolean =>
  isWithAgent(state) || state.session === 'pending' || state.session === 'requested'

/** By id, the newer form winning, in order of `seq`. */
const merge = (old: readonly SeenMessage[], added: readonly SeenMessage[]): readonly SeenMessage[] => {
  if (added.length === 0) return old
  const byId = new Map([...old, ...added].map((message) => [message.id, message]))
  return [...byId.values()].sort((one, other) => one.seq - other.seq)
}
