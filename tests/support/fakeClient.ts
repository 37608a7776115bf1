/** The client core as screens know it, over a `FakeDesk`: answers at once, remembers every call, refuses on demand. */
import { ok, refuse, type Result } from '../../src/base/result.ts'
import type {
  ActionArgs,
  ActionCode,
  ActionName,
  ActionResult,
  ClientApi,
  ConnectionStatus,
  HeldEnding,
  MyPresence,
  Queries,
  QueryArgs,
  QueryName,
  QueryResult,
  RecordHit,
  SavedMessageRow,
} from '../../src/client/api.ts'
import { settingStates } from '../../src/domain/settings/settingOf.ts'
import type {
  AgentId,
  ConversationId,
  Customer,
  CustomerId,
  Message,
  MessageBody,
  MessageId,
  Session,
  SessionId,
  SessionNote,
} from '../../src/protocol/model/index.ts'
import { createFakeDesk, id, ME, rowOf, type FakeConversation, type FakeDesk } from './fakeDesk.ts'
import type { Plain } from './plain.ts'

export interface FakeClient extends ClientApi {
  readonly desk: FakeDesk
  readonly calls: readonly { readonly name: ActionName; readonly args: unknown }[]
  readonly status: ConnectionStatus
  change(mutate: () => void): void
  setStatus(status: Partial<ConnectionStatus>): void
  /** The next call of this name is refused. */
  refuseNext(name: ActionName, code: string, details?: Record<string, string | number>): void
  /** The next call of this name, or the next single question, takes until `letGo`. */
  holdNext(name: ActionName | QueryName): void
  letGo(): void
  customerWrites(conversationId: ConversationId, text: string): void
  /** From now on a query of this name has this answer, whatever is asked. */
  answer<N extends QueryName>(name: N, result: Plain<QueryResult<N>>): void
}

/** What a colleague has said with a customer whom this agent never met. */
const RECORDS = ['茶杯碎了，怎么赔？', '马上给您补发一只'].map((text, index): RecordHit => ({
  message: {
    id: id<MessageId>(`record-${index}`),
    conversationId: id<ConversationId>('conversation-of-lin'),
    seq: index + 4,
    sessionId: null,
    sender:
      index === 0
        ? { kind: 'customer', customerId: id<CustomerId>('customer-of-lin') }
        : { kind: 'agent', agentId: id<AgentId>('agent-lin') },
    body: { kind: 'text', text },
    at: Date.UTC(2026, 0, 2, 3, index),
  },
  customerName: '贺兰',
  customerNumber: 3021,
  unnamedMembers: null,
  handlerId: id<AgentId>('agent-lin'),
  own: false,
}))

export const createFakeClient = (desk: FakeDesk = createFakeDesk()): FakeClient => {
  /** What was written into any composer. */
  const written: string[] = []
  const notes: SessionNote[] = []
  let saved: readonly SavedMessageRow[] = []
  const drafts = new Map<ConversationId, Omit<ActionArgs<'draft.save'>, 'conversationId'>>()
  const draftFiles = new Map<string, Blob>()
  const calls: { name: ActionName; args: unknown }[] = []
  const refusals = new Map<string, { code: string; details?: Record<string, string | number> }>()
  const held = new Set<string>()
  let letGo = (): void => undefined
  const untilLetGo = async (): Promise<void> =>
    new Promise((resolve) => {
      letGo = resolve
    })
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
  let endings: readonly HeldEnding[] = []

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
        sessionId: one.session?.id ?? null,
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

  const endSession = (sessionId: SessionId): Session | null | undefined => {
    const one = desk.conversations.find(({ session }) => session?.id === sessionId)
    if (one?.session)
      one.session = { ...one.session, state: 'ended', endedAt: Date.now(), endReason: 'by-agent' }
    return one?.session
  }

  const rows = () =>
    desk.conversations
      .map((one) => rowOf(one, desk.outbox))
      .toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || b.at - a.at)

  const given = new Map<QueryName, unknown>()
  const answerOf = <N extends QueryName>(name: N, args: QueryArgs<N>): QueryResult<N> =>
    given.has(name) ? (given.get(name) as QueryResult<N>) : answers[name](args)
  const answers: { [N in QueryName]: (args: Queries[N]['args']) => Queries[N]['result'] } = {
    'account.current': () => desk.account,
    'connection.status': () => ({ ...status, outbox: desk.outbox.length }),
    'diagnostics.get': () => ({
      at: desk.now,
      version: '0.1.0',
      host: 'web',
      connection: status,
      accounts: desk.account.remembered.length,
      files: [
        { name: 'own', bytes: 90_000, schema: 5, rows: { accounts: 1, drafts: 0, outbox: 0 } },
        { name: 'cache', bytes: 4_200_000, schema: 14, rows: { conversations: 12, messages: 340 } },
      ],
      notices: [],
      settings: ['theme'],
      errors: [
        { at: desk.now - 60_000, level: 'warn', message: 'no connection', fields: { reason: 'refused' } },
      ],
    }),
    'organization.get': () => (desk.loaded ? desk.organization : null),
    'presence.mine': () => presence,
    'presence.all': () => [],
    'conversations.list': ({ filter, where = {}, only = null }) =>
      rows()
        .filter(
          ({ sessionState, handlerId }) =>
            filter === 'all' || (sessionState === 'active' && handlerId === ME),
        )
        .filter(({ id: rowId }) => only === null || rowId === only)
        .filter(({ unread }) => unread > 0 || !where.unread)
        .filter(({ marks }) => where.marks?.some((mark) => marks.split(',').includes(mark)) ?? true),
    'conversations.unread': () => {
      const customers = rows().filter(({ unread }) => unread > 0).length
      return { customers, groups: 0, colleagues: 0, all: customers }
    },
    'conversations.languages': () => [],
    'chat.get': () => null,
    'chats.list': () => [],
    'conversation.get': ({ conversationId }) => {
      const one = find(conversationId)
      return one
        ? {
            conversation: one.conversation,
            customer: one.customer,
            remark: null,
            session: one.session,
            entry: one.entry,
            reminder: null,
            online: one.online,
            typing: one.typing,
            viewers: desk.viewers,
            writers: [],
            typedText: '',
          }
        : null
    },
    'reminders.list': () => [],
    'scheduled-messages.list': () => desk.scheduled,
    'note-mentions.list': () => [],
    'saved-messages.list': ({ text, kind, limit }) => {
      const found = saved.filter(
        ({ body }) =>
          (kind === null || body.kind === kind) &&
          (body.kind === 'text' ? body.text : body.name).toLowerCase().includes(text.toLowerCase()),
      )
      return { rows: found.slice(0, limit), found: found.length, all: saved.length }
    },
    'session-notes.list': ({ conversationId }) =>
      notes.filter((note) => note.conversationId === conversationId),
    'endings.list': () => endings,
    'forgotten-threads.list': () => [],
    'media.get': ({ fileId }) => ({ file: fileId.startsWith('file-') ? PHOTO_FILE : null }),
    'storage.usage': () => ({
      media: { files: 12, bytes: 4_200_000 },
      textBytes: 8_400_000,
    }),
    'cache-limits.get': () => ({ mediaBytes: 500 * 1024 * 1024, textDays: 365 }),
    'thread.messages': ({ conversationId, limit }) => {
      const one = find(conversationId)
      return {
        messages: one?.messages.slice(-limit) ?? [],
        unsent: desk.outbox.filter((item) => item.conversationId === conversationId),
        more: (one?.messages.length ?? 0) > limit || (one?.older ?? 0) > 0,
        forgotten: null,
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
    'sessions.running': () => ({ sessions: [], total: 0 }),
    'visitors.list': () => null,
    'visitors.count': () => null,
    'visitor.of': () => null,
    'paths.of': () => null,
    'customer.changes': () => null,
    'customer.follow-records': () => null,
    'customer.timeline': () => null,
    'customer.threads': () => null,
    'customer.search': () => null,
    'thread.page': ({ from }) =>
      from === null ? null : { messages: RECORDS.map(({ message }) => message), more: false },
    'thread.days': () => null,
    'ratings.own': () => null,
    'ratings.list': () => null,
    'router.try': () => null,
    'router.addresses': () => ({ addresses: {} }),
    'bot.addresses': () => ({ addresses: {} }),
    'router.health': () => null,
    'transfer-requests.list': () => [],
    'contacts.filed': () => ({ groups: [], contacts: [], colleagues: [] }),
    'contacts.own': () => null,
    'contacts.main': () => null,
    'contacts.by-number': () => null,
    'block-entries.own': () => ({ entries: [] }),
    'block-entries.company': () => ({ entries: [] }),
    'routing.try': () => null,
    'quick-entry.address': ({ entryId }) => {
      const entry = desk.organization.quickEntries.entries.find((one) => one.id === entryId)
      return entry ? { url: entry.address } : null
    },
    'quick-entries.secret': () => ({ secret: null }),
    'language-services.set-up': () => ({ speech: null, translation: null, version: 0 }),
    'language-services.try': () => null,
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
    'quick-replies.usage': () => null,
    'draft.get': ({ conversationId }) => ({
      ...{ text: '', caret: 0, quote: null, files: [], writer: '', base: 0 },
      ...(drafts.get(conversationId) ?? { text: find(conversationId)?.draft ?? '' }),
    }),
    'draft-file.get': ({ id: fileId }) => ({ file: draftFiles.get(fileId) ?? null }),
    'outbox.file': () => ({ file: null }),
    'text.foreign': () => null,
    'text.translate': () => null,
    'written.list': () => written.toReversed(),
    'outbox.list': () => desk.outbox,
    'queued.list': () => [],
    'setting.get': ({ key }) => ({ value: desk.settings[key] }),
    'forms.kept': () =>
      Object.fromEntries(
        Object.entries(desk.settings).flatMap(([key, value]) => {
          const form = /^form:[^:]*:(.+)$/su.exec(key)?.[1]
          return form === undefined || value === null ? [] : [[form, value]]
        }),
      ),
    'agent-settings.mine': () =>
      desk.account.account
        ? settingStates(desk.agentSettings, desk.settingDefaults.settings, desk.companyTheme.use)
        : null,
    'setting-defaults.get': () => desk.settingDefaults,
    'company-theme.get': () => (desk.account.account ? desk.companyTheme : null),
    'theme-picture.get': ({ fileId }) => ({ file: desk.themePictures.get(fileId) ?? null }),
    'search.local': ({ text, limit }) => {
      const customers = desk.conversations
        .map(({ customer }) => customer)
        .filter(({ name, company }) => text !== '' && `${name}${company}`.includes(text))
      return {
        customers: customers.slice(0, limit),
        friends: [],
        remarkByCustomer: {},
        conversationByCustomer: Object.fromEntries(
          desk.conversations.map(({ customer, conversation }) => [customer.id, conversation.id]),
        ),
        agents: desk.organization.agents.filter(({ name }) => text !== '' && name.includes(text)),
        chats: [],
        quickReplies: desk.quickReplies
          .filter((reply) => text !== '' && reply.texts.join('\n').includes(text))
          .slice(0, limit),
        messages: desk.conversations
          .flatMap(({ messages, customer }) =>
            messages.map((message) => ({
              message,
              customerName: customer.name,
              customerNumber: customer.number,
              unnamedMembers: null,
            })),
          )
          .filter(({ message: { body } }) => text !== '' && body.kind === 'text' && body.text.includes(text))
          .slice(0, limit),
        indexed: 1,
      }
    },
    'search.server': () => ({ messages: [], offline: status.state === 'offline' }),
    'file.url': ({ fileId }) => ({ url: fileId === 'file-photo' ? PHOTO : '#file', gone: false }),
  }

  const effects: { [N in ActionName]?: (args: ActionArgs<N>) => unknown } = {
    'company-theme.save': (theme) => {
      desk.companyTheme = { ...theme, version: theme.version + 1 }
      return { companyTheme: desk.companyTheme }
    },
    'theme-picture.keep': ({ fileId, file }) => {
      desk.themePictures.set(fileId, file)
      return {}
    },
    'records.search': ({ text }) => ({
      hits: RECORDS.filter(({ message }) => JSON.stringify(message).includes(text)),
    }),
    'language-services.save': ({ speech, translation, version }) => ({
      setUp: {
        speech: speech && { address: speech.address, model: speech.model, hasKey: true },
        translation: translation && { address: translation.address, hasKey: true },
        version: version + 1,
      },
    }),
    'link-previews.configure': ({ on }) => {
      const organization = { ...desk.organization.organization, linkPreviews: on }
      desk.organization = { ...desk.organization, organization }
      return { organization }
    },
    'account.sign-in': () => {
      desk.account = { ...desk.account, state: 'signed-in' }
      return { agentId: ME }
    },
    'account.sign-in-with-ticket': () => {
      desk.account = { ...desk.account, state: 'signed-in' }
      return { agentId: ME }
    },
    'device.list': () => ({
      devices: [
        {
          id: id('device-1'),
          kind: 'web',
          name: 'Chrome, Windows',
          since: desk.now - 864e5,
          lastUsedAt: desk.now,
          here: true,
        },
        {
          id: id('device-2'),
          kind: 'desktop',
          name: 'MINGSHAN-07',
          since: desk.now - 9 * 864e5,
          lastUsedAt: desk.now - 36e5,
          here: false,
        },
      ],
    }),
    'server.test': ({ server }) => ({
      address: server,
      version: '1.2.3',
      organizationName: 'Kettle & Co',
      isEncrypted: true,
    }),
    'account.switch': ({ agentId }) => {
      const other = desk.account.remembered.find((one) => one.agentId === agentId)
      if (other) desk.account = { ...desk.account, state: 'signed-in', account: other }
    },
    'account.sign-out': () => {
      const remembered = desk.account.account ? [desk.account.account] : []
      desk.account = { ...desk.account, state: 'signed-out', remembered }
    },
    'message.send': ({ conversationId, body: said, quote, holdMs = 0 }) => {
      const body = quote ? { ...said, quote } : said
      const one = find(conversationId)
      const messageId = `own-${(sent += 1)}`
      if (status.state === 'offline' || holdMs > 0)
        desk.outbox = [
          ...desk.outbox,
          {
            id: id(messageId),
            conversationId,
            body,
            state: 'queued',
            reason: null,
            heldUntil: holdMs > 0 ? Date.now() + holdMs : null,
            createdAt: Date.now(),
          },
        ]
      else if (one) write(one, 'agent', body, messageId)
      if (one) one.draft = ''
      return { id: messageId }
    },
    'message.recall': ({ messageId }) => {
      for (const one of desk.conversations)
        one.messages = one.messages.map((message) =>
          message.id === messageId ? { ...message, body: { kind: 'recalled' } } : message,
        )
    },
    'file.send': ({ conversationId, file, name, as }) => {
      const messageId = `own-${(sent += 1)}`
      desk.outbox = [
        ...desk.outbox,
        {
          id: id(messageId),
          conversationId,
          body: {
            kind: as,
            name,
            bytes: file.size,
            preview: as === 'image' ? file : null,
            progress: 0.4,
            stored: null,
          },
          state: 'sending',
          reason: null,
          heldUntil: null,
          createdAt: Date.now(),
        },
      ]
      return { id: messageId }
    },
    'file.upload': ({ file, name, as }) => {
      const size = as === 'image' ? 200 : null
      const facts = { name, mime: file.type || 'application/octet-stream', bytes: file.size }
      return { file: { id: `up-${(sent += 1)}`, ...facts, width: size, height: size } }
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
    'written.keep': ({ text }) => {
      written.push(text)
    },
    'draft.save': ({ conversationId, ...draft }) => {
      const one = find(conversationId)
      if (one) one.draft = draft.text
      drafts.set(conversationId, draft)
    },
    'session-note.save': ({ id: noteId, sessionId, text }) => {
      const conversationId = desk.conversations.find(({ session }) => session?.id === sessionId)?.conversation
        .id
      if (!conversationId) return
      notes.push({ id: noteId, sessionId, conversationId, agentId: ME, text, at: Date.now(), editedAt: null })
    },
    'draft-file.keep': ({ id: fileId, file }) => {
      draftFiles.set(fileId, file)
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
    'agent-setting.save': ({ changes }) => {
      desk.agentSettings = { ...desk.agentSettings, ...changes }
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
        firstReplyAt: null,
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
    // Who is one agent's alone has to agree first.
    'session.transfer': ({ sessionId, to }) => {
      const one = desk.conversations.find(({ session }) => session?.id === sessionId)
      if (!one?.session || to.kind !== 'agent') return {}
      const { agentId } = to
      one.session = one.session.face
        ? { ...one.session, offer: { id: id('offer'), agentId, until: Date.now() + 60_000 } }
        : { ...one.session, handlerId: agentId }
      return { session: one.session }
    },
    'session.force-transfer': ({ sessionId }) => ({
      session: desk.conversations.find(({ session }) => session?.id === sessionId)?.session,
    }),
    // Nothing is held here: it ends, or the customer has written.
    'ending.hold': ({ seconds, ...wish }) => {
      const refusal = refusals.get('session.end')
      refusals.delete('session.end')
      if (!refusal) endSession(wish.sessionId)
      const until = Date.now() + seconds * 1000
      const state = refusal ? 'customer-wrote' : 'ended'
      endings = [{ ...wish, agentId: ME, until, state, code: null }]
    },
    'ending.undo': ({ sessionId }) => {
      endings = endings.filter((one) => one.sessionId !== sessionId)
    },
    'session.end': ({ sessionId }) => {
      return { session: endSession(sessionId) }
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
    // The chat with oneself, or with whomever: the last of the list.
    'chat.open': () => ({ conversationId: desk.conversations.at(-1)?.conversation.id }),
    'saved-message.add': ({ messageIds }) => {
      const rows = desk.conversations.flatMap(({ messages, customer }) =>
        messages
          .filter((message) => messageIds.includes(message.id))
          .flatMap((message) => savedRowOf(message, customer)),
      )
      saved = [...rows.toReversed(), ...saved]
    },
    'saved-message.remove': ({ messageIds }) => {
      saved = saved.filter(({ messageId }) => !messageIds.includes(messageId))
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
    holdNext: (name) => {
      held.add(name)
    },
    letGo: () => {
      letGo()
    },
    customerWrites: (conversationId, text) => {
      change(() => {
        const one = find(conversationId)
        if (one) write(one, 'customer', { kind: 'text', text }, `in-${(sent += 1)}`)
      })
    },
    answer: (name, result) => {
      change(() => {
        given.set(name, result)
      })
    },
    run: async <N extends ActionName>(name: N, args: ActionArgs<N>) => {
      calls.push({ name, args })
      if (held.delete(name)) await untilLetGo()
      const refusal = refusals.get(name)
      refusals.delete(name)
      type Answer = Result<ActionResult<N>, ActionCode<N>>
      if (refusal) return refuse(refusal.code, refusal.details) as Answer
      let value: unknown
      change(() => {
        value = effects[name]?.(args)
      })
      return ok((value ?? {}) as ActionResult<N>) as Answer
    },
    query: async (name, args) => {
      if (held.delete(name)) await untilLetGo()
      return answerOf(name, args)
    },
    subscribe: <N extends QueryName>(
      name: N,
      args: QueryArgs<N>,
      listener: (result: QueryResult<N>) => void,
    ) => {
      let last: string | undefined
      let ended = false
      const check = (): void => {
        if (ended) return
        const result = answerOf(name, args)
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

const savedRowOf = (message: Message, customer: Customer): SavedMessageRow[] => {
  const { id: messageId, conversationId, seq, sender, body, at } = message
  if (body.kind !== 'text' && body.kind !== 'image' && body.kind !== 'file') return []
  const { name, number } = customer
  return [
    {
      ...{ messageId, conversationId, seq, sender, body, at, savedAt: Date.now() },
      ...(sender.kind === 'customer'
        ? { customer: { name, number }, senderName: name }
        : { customer: null, senderName: '陈涵' }),
      openable: true,
    },
  ]
}

const withoutUndefined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const PHOTO_TEXT =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="#d8cfbf"/><rect x="150" y="90" width="340" height="240" rx="12" fill="#7d8f69"/><circle cx="320" cy="210" r="62" fill="#f2ead9"/></svg>'
const PHOTO = `data:image/svg+xml,${encodeURIComponent(PHOTO_TEXT)}`
const PHOTO_FILE = new Blob([PHOTO_TEXT], { type: 'image/svg+xml' })
