/** The client core as screens know it, over a `FakeDesk`: answers at once, remembers every call, refuses on demand. */
import { ok, refuse, type Result } from '../../src/base/result.ts'
import type {
  ActionArgs,
  ActionCode,
  ActionName,
  ActionResult,
  ClientApi,
  ConnectionStatus,
  MyPresence,
  Queries,
  QueryArgs,
  QueryName,
  QueryResult,
} from '../../src/client/api.ts'
import type { ConversationId, MessageBody } from '../../src/protocol/model/index.ts'
import { createFakeDesk, id, ME, rowOf, type FakeConversation, type FakeDesk } from './fakeDesk.ts'

export interface FakeClient extends ClientApi {
  readonly desk: FakeDesk
  readonly calls: readonly { readonly name: ActionName; readonly args: unknown }[]
  readonly status: ConnectionStatus
  change(mutate: () => void): void
  setStatus(status: Partial<ConnectionStatus>): void
  /** The next call of this name is refused. */
  refuseNext(name: ActionName, code: string, details?: Record<string, string | number>): void
  customerWrites(conversationId: ConversationId, text: string): void
}

export const createFakeClient = (desk: FakeDesk = createFakeDesk()): FakeClient => {
  const calls: { name: ActionName; args: unknown }[] = []
  const refusals = new Map<string, { code: string; details?: Record<string, string | number> }>()
  const subscriptions = new Set<() => void>()
  let presence: MyPresence = { presence: 'online', reception: true, load: 4, capacity: 10 }
  let status: ConnectionStatus = {
    state: 'connected',
    since: Date.now() - 600_000,
    nextTryAt: null,
    reason: null,
    clockOffsetMs: 0,
    outbox: 0,
    progress: null,
  }
  let sent = 0

  const change = (mutate: () => void): void => {
    mutate()
    for (const check of [...subscriptions]) check()
  }
  const find = (conversationId: ConversationId): FakeConversation | undefined =>
    desk.conversations.find(({ conversation }) => conversation.id === conversationId)

  const write = (
    one: FakeConversation,
    sender: 'agent' | 'customer',
    body: MessageBody,
    messageId: string,
  ): void => {
    const seq = one.conversation.lastSeq + 1
    const at = Date.now()
    const from =
      sender === 'agent'
        ? ({ kind: 'agent', agentId: ME } as const)
        : ({ kind: 'customer', customerId: one.customer.id } as const)
    one.messages = [
      ...one.messages,
      {
        id: id(messageId),
        conversationId: one.conversation.id,
        seq,
        sessionId: null,
        sender: from,
        body,
        at,
      },
    ]
    one.conversation = {
      ...one.conversation,
      lastSeq: seq,
      preview: { seq, sender: from, kind: body.kind, text: body.kind === 'text' ? body.text : '', at },
    }
    one.waitingSince = sender === 'customer' ? (one.waitingSince ?? at) : null
  }

  const rows = () =>
    desk.conversations
      .map((one) => rowOf(one, desk.outbox))
      .toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || b.at - a.at)

  const answers: { [N in QueryName]: (args: Queries[N]['args']) => Queries[N]['result'] } = {
    'account.current': () => desk.account,
    'connection.status': () => ({ ...status, outbox: desk.outbox.length }),
    'organization.get': () => (desk.loaded ? desk.organization : null),
    'presence.mine': () => presence,
    'presence.all': () => [],
    'conversations.list': ({ filter }) =>
      rows().filter(
        ({ sessionState, handlerId }) => filter === 'all' || (sessionState === 'active' && handlerId === ME),
      ),
    'conversation.get': ({ conversationId }) => {
      const one = find(conversationId)
      return one
        ? {
            conversation: one.conversation,
            customer: one.customer,
            remark: null,
            session: one.session,
            entry: one.entry,
            online: one.online,
            typing: one.typing,
            typedText: '',
          }
        : null
    },
    'thread.messages': ({ conversationId, limit }) => {
      const one = find(conversationId)
      return {
        messages: one?.messages.slice(-limit) ?? [],
        unsent: desk.outbox.filter((item) => item.conversationId === conversationId),
        more: (one?.messages.length ?? 0) > limit || (one?.older ?? 0) > 0,
        gap: false,
        deliveredSeq: one?.conversation.deliveredSeq ?? 0,
        readSeq: one?.conversation.readSeq ?? 0,
        unreadFrom: one && one.entry.readSeq < one.conversation.lastSeq ? one.entry.readSeq + 1 : null,
      }
    },
    'pool.list': ({ filter, sort, narrowed, limit = Infinity }) => {
      const found = desk.pool
        .filter(({ target }) => filter === 'all' || (target.kind === 'agent' && target.agentId === ME))
        .filter(({ source }) => (narrowed?.source ?? source) === source)
        .toSorted((a, b) =>
          sort === 'longest' ? a.waitingSince - b.waitingSince : b.waitingSince - a.waitingSince,
        )
      return { entries: found.slice(0, limit), total: found.length }
    },
    'pool.sources': () => [...new Set(desk.pool.map(({ source }) => source))].toSorted(),
    'visitors.list': () => null,
    'visitors.count': () => null,
    'visitor.of': () => null,
    'paths.of': () => null,
    'ratings.own': () => null,
    'router.try': () => null,
    'router.health': () => null,
    'block-entries.own': () => ({ entries: [] }),
    'routing.try': () => null,
    'pool.count': () => ({
      waiting: desk.pool.length,
      oldestSince:
        desk.pool.length > 0 ? Math.min(...desk.pool.map(({ waitingSince }) => waitingSince)) : null,
      newestSince:
        desk.pool.length > 0 ? Math.max(...desk.pool.map(({ waitingSince }) => waitingSince)) : null,
    }),
    'pool.messages': ({ sessionId }) => {
      const entry = desk.pool.find((one) => one.sessionId === sessionId)
      return entry?.lastText
        ? [
            {
              id: id('pm'),
              conversationId: entry.conversationId,
              seq: 1,
              sessionId,
              sender: { kind: 'customer', customerId: entry.customerId },
              body: { kind: 'text', text: entry.lastText },
              at: entry.lastAt,
            },
          ]
        : []
    },
    'quick-replies.list': () => desk.quickReplies,
    'draft.get': ({ conversationId }) => ({ text: find(conversationId)?.draft ?? '' }),
    'outbox.list': () => desk.outbox,
    'setting.get': ({ key }) => ({ value: desk.settings[key] }),
    'search.local': ({ text, limit }) => {
      const customers = desk.conversations
        .map(({ customer }) => customer)
        .filter(({ name, company }) => text !== '' && `${name}${company}`.includes(text))
      return {
        customers: customers.slice(0, limit),
        remarkByCustomer: {},
        conversationByCustomer: Object.fromEntries(
          desk.conversations.map(({ customer, conversation }) => [customer.id, conversation.id]),
        ),
        agents: desk.organization.agents.filter(({ name }) => text !== '' && name.includes(text)),
        quickReplies: desk.quickReplies
          .filter((reply) => text !== '' && reply.text.includes(text))
          .slice(0, limit),
        messages: desk.conversations
          .flatMap(({ messages, customer }) =>
            messages.map((message) => ({
              message,
              customerName: customer.name,
              customerNumber: customer.number,
            })),
          )
          .filter(({ message: { body } }) => text !== '' && body.kind === 'text' && body.text.includes(text))
          .slice(0, limit),
        indexed: 1,
      }
    },
    'search.server': () => ({ messages: [], offline: status.state === 'offline' }),
    'file.url': ({ fileId }) => ({ url: fileId === 'file-photo' ? PHOTO : '#file' }),
  }

  const effects: { [N in ActionName]?: (args: ActionArgs<N>) => unknown } = {
    'account.sign-in': () => {
      desk.account = { ...desk.account, state: 'signed-in' }
      return { agentId: ME }
    },
    'account.sign-in-with-ticket': () => {
      desk.account = { ...desk.account, state: 'signed-in' }
      return { agentId: ME }
    },
    'account.sign-out': () => {
      const remembered = desk.account.account ? [desk.account.account] : []
      desk.account = { ...desk.account, state: 'signed-out', remembered }
    },
    'message.send': ({ conversationId, body }) => {
      const one = find(conversationId)
      const messageId = `own-${(sent += 1)}`
      if (status.state === 'offline')
        desk.outbox = [
          ...desk.outbox,
          { id: id(messageId), conversationId, body, state: 'queued', reason: null, createdAt: Date.now() },
        ]
      else if (one) write(one, 'agent', body, messageId)
      if (one) one.draft = ''
      return { id: messageId }
    },
    'file.send': ({ conversationId, file, name, as }) => {
      const messageId = `own-${(sent += 1)}`
      desk.outbox = [
        ...desk.outbox,
        {
          id: id(messageId),
          conversationId,
          body: { kind: as, name, bytes: file.size, preview: as === 'image' ? file : null, progress: 0.4 },
          state: 'sending',
          reason: null,
          createdAt: Date.now(),
        },
      ]
      return { id: messageId }
    },
    'outbox.discard': ({ id: messageId }) => {
      desk.outbox = desk.outbox.filter((item) => item.id !== messageId)
    },
    'outbox.retry': ({ id: messageId }) => {
      const item = desk.outbox.find((one) => one.id === messageId)
      const one = item && find(item.conversationId)
      desk.outbox = desk.outbox.filter((other) => other !== item)
      if (one && item.body.kind === 'text') write(one, 'agent', item.body, messageId)
    },
    'draft.save': ({ conversationId, text }) => {
      const one = find(conversationId)
      if (one) one.draft = text
    },
    'history.load': ({ conversationId }) => {
      const one = find(conversationId)
      const first = one?.messages[0]
      if (!one || !first || one.older === 0) return { loaded: 0, more: false }
      const loaded = Math.min(50, one.older)
      one.messages = [
        ...Array.from({ length: loaded }, (_, at) => ({
          ...first,
          id: id<typeof first.id>(`old-${first.seq - loaded + at}`),
          seq: first.seq - loaded + at,
          at: first.at - (loaded - at) * 60_000,
        })),
        ...one.messages,
      ]
      one.older -= loaded
      return { loaded, more: one.older > 0 }
    },
    'setting.save': ({ key, value }) => {
      desk.settings = { ...desk.settings, [key]: value }
    },
    'session.accept': ({ sessionId }) => {
      const entry = desk.pool.find((one) => one.sessionId === sessionId)
      desk.pool = desk.pool.filter((one) => one !== entry)
      const model = desk.conversations[0]
      if (!entry || !model?.session) return {}
      const session = {
        ...model.session,
        id: sessionId,
        conversationId: entry.conversationId,
        customerId: entry.customerId,
        why: { step: 'accepted' as const },
      }
      const added: FakeConversation = {
        ...model,
        customer: {
          ...model.customer,
          id: entry.customerId,
          name: entry.customerName,
          number: entry.customerNumber,
          tagIds: [],
        },
        conversation: {
          ...model.conversation,
          id: entry.conversationId,
          customerId: entry.customerId,
          lastSeq: 0,
          preview: null,
        },
        session,
        entry: { ...model.entry, conversationId: entry.conversationId, readSeq: 0, pinned: false },
        messages: [],
        older: 0,
        draft: '',
        typing: false,
      }
      write(added, 'customer', { kind: 'text', text: entry.lastText || '…' }, `first-${entry.sessionId}`)
      desk.conversations = [added, ...desk.conversations]
      presence = { ...presence, load: presence.load + 1 }
      return { session }
    },
    'session.end': ({ sessionId }) => {
      const one = desk.conversations.find(({ session }) => session?.id === sessionId)
      if (one?.session)
        one.session = { ...one.session, state: 'ended', endedAt: Date.now(), endReason: 'by-agent' }
      return { session: one?.session }
    },
    'read.advance': ({ conversationId, seq }) => {
      const one = find(conversationId)
      if (one) one.entry = { ...one.entry, readSeq: Math.max(one.entry.readSeq, seq) }
      return { seq }
    },
    'list-entry.pin': ({ conversationId, pinned }) => {
      const one = find(conversationId)
      if (one) one.entry = { ...one.entry, pinned }
    },
    'list-entry.remove': ({ conversationId }) => {
      desk.conversations = desk.conversations.filter(({ conversation }) => conversation.id !== conversationId)
    },
    'customer.edit': ({ customerId, fields }) => {
      const one = desk.conversations.find(({ customer }) => customer.id === customerId)
      if (one)
        one.customer = { ...one.customer, ...withoutUndefined(fields), version: one.customer.version + 1 }
      return { customer: one?.customer }
    },
    'customer.tag': ({ customerId, add, remove }) => {
      const one = desk.conversations.find(({ customer }) => customer.id === customerId)
      if (one)
        one.customer = {
          ...one.customer,
          tagIds: [...one.customer.tagIds.filter((tag) => !remove.includes(tag)), ...add],
        }
      return { customer: one?.customer }
    },
    'presence.set': ({ presence: next }) => {
      presence = { ...presence, presence: next }
    },
    'reception.set': ({ on }) => {
      presence = { ...presence, reception: on }
    },
  }

  return {
    desk,
    calls,
    change,
    get status() {
      return status
    },
    setStatus: (next) => {
      change(() => {
        status = { ...status, ...next }
      })
    },
    refuseNext: (name, code, details) => {
      refusals.set(name, details ? { code, details } : { code })
    },
    customerWrites: (conversationId, text) => {
      change(() => {
        const one = find(conversationId)
        if (one) write(one, 'customer', { kind: 'text', text }, `in-${(sent += 1)}`)
      })
    },
    run: <N extends ActionName>(name: N, args: ActionArgs<N>) => {
      calls.push({ name, args })
      const refusal = refusals.get(name)
      refusals.delete(name)
      type Answer = Result<ActionResult<N>, ActionCode<N>>
      if (refusal) return Promise.resolve(refuse(refusal.code, refusal.details) as Answer)
      let value: unknown
      change(() => {
        value = effects[name]?.(args)
      })
      return Promise.resolve(ok((value ?? {}) as ActionResult<N>) as Answer)
    },
    query: (name, args) => Promise.resolve(answers[name](args)),
    subscribe: <N extends QueryName>(
      name: N,
      args: QueryArgs<N>,
      listener: (result: QueryResult<N>) => void,
    ) => {
      let last: string | undefined
      let ended = false
      const check = (): void => {
        if (ended) return
        const result = answers[name](args)
        const text = JSON.stringify(result)
        if (text === last) return
        last = text
        listener(result)
      }
      subscriptions.add(check)
      // Like a real core, the first answer comes after the call.
      queueMicrotask(check)
      return () => {
        ended = true
        subscriptions.delete(check)
      }
    },
  }
}

const withoutUndefined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const PHOTO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="#d8cfbf"/><rect x="150" y="90" width="340" height="240" rx="12" fill="#7d8f69"/><circle cx="320" cy="210" r="62" fill="#f2ead9"/></svg>',
)}`
