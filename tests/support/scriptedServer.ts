import type { Clock } from '../../src/base/clock.ts'
import type { Connect, Http, HttpRequest, Socket, SocketHandlers } from '../../src/client/ports/index.ts'
/**
 * A server for the client core alone, in memory: it keeps rows and a log as the real one does, and breaks on request.
 *
 * It knows one agent. Everything a test does to it (`say`, `publish`, `follow`) goes through the log, so that a core
 * that was away catches up exactly as it would with the real server.
 */
import { conversationAfter } from '../../src/domain/messages/previewOf.ts'
import type { EventName, EventPayload, LogEntry } from '../../src/protocol/events/index.ts'
import type {
  AgentId,
  Conversation,
  ConversationId,
  Customer,
  ListEntry,
  Me,
  Message,
  MessageId,
  OrganizationId,
  PoolEntry,
  QuickReply,
  Scope,
  Session,
} from '../../src/protocol/model/index.ts'
import type { AgentFrame, ByeCode, SnapshotPart } from '../../src/protocol/wire/index.ts'
import {
  agentRow,
  conversationRow,
  customerRow,
  listEntryRow,
  messageRow,
  organizationRow,
} from './modelRows.ts'

interface Thread {
  conversation: Conversation
  customer: Customer
  sessions: Session[]
  messages: Message[]
}

interface Line {
  readonly handlers: SocketHandlers
  greeted: boolean
  open: boolean
}

export class ScriptedServer {
  epoch = 'epoch-1'
  revision = 0
  readonly log: LogEntry[] = []
  readonly threads = new Map<string, Thread>()
  readonly entries = new Map<string, ListEntry>()
  readonly pool = new Map<string, PoolEntry>()
  readonly quickReplies = new Map<string, QuickReply>()
  readonly followed = new Set<Scope>(['org', 'agent:me', 'pool:*'])
  /** Commands in the order they arrived, repeats included. */
  readonly commands: Extract<AgentFrame, { t: 'command' }>[] = []
  readonly queries: Extract<AgentFrame, { t: 'query' }>[] = []
  readonly hellos: Extract<AgentFrame, { t: 'hello' }>[] = []
  readonly requests: HttpRequest[] = []
  /** Nobody answers while false. */
  reachable = true
  /** Frames are swallowed both ways while true: the line is dead and nobody says so. */
  deaf = false
  /** The next so many answers of commands are lost after they were carried out. */
  loseAnswers = 0
  /** Refuses commands by this. */
  refuse: (command: Extract<AgentFrame, { t: 'command' }>) => string | null = () => null
  /** Log entries from here on are kept from the wire, as if they were slow. */
  holdLog = false
  /** How many messages a snapshot brings of each thread. */
  snapshotMessages = 30
  serverAhead = 0
  messagesPerPage = 200
  /** What is there of each upload in parts, by the path of its address. */
  readonly parts = new Map<string, number>()
  filePart = (request: HttpRequest): { status: number; text: string } => {
    const { pathname } = new URL(request.url)
    const size = request.body instanceof Blob ? request.body.size : 0
    const received = (this.parts.get(pathname) ?? 0) + size
    this.parts.set(pathname, received)
    return { status: 200, text: JSON.stringify({ received }) }
  }
  upload: (request: HttpRequest) => { status: number; text: string } = (request) => ({
    status: 200,
    text: JSON.stringify({
      file: {
        id: `file-${this.requests.length}`,
        name: new URL(request.url).searchParams.get('name') ?? '',
        mime: 'image/png',
        bytes: request.body instanceof Blob ? request.body.size : 0,
        width: 10,
        height: 10,
      },
    }),
  })
  readonly #clock: Clock
  #lines = new Set<Line>()
  #held: LogEntry[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Everything sent so far by every core, by the order of the thread. */
  texts(conversationId: string): string[] {
    return (this.threads.get(conversationId)?.messages ?? []).map(({ body }) =>
      body.kind === 'text' ? body.text : body.kind,
    )
  }

  publish<N extends EventName>(scope: Scope, event: N, payload: EventPayload<N>): LogEntry {
    this.revision += 1
    const entry = { revision: this.revision, scope, event, payload, at: this.now() } as LogEntry
    this.log.push(entry)
    this.#held.push(entry)
    if (!this.holdLog) this.releaseLog()
    return entry
  }
  releaseLog(): void {
    const entries = this.#held.splice(0).filter(({ scope }) => this.sees(scope))
    if (entries.length > 0) this.send({ t: 'log', entries })
  }
  sees(scope: Scope): boolean {
    return this.followed.has(scope) || (scope.startsWith('pool:') && this.followed.has('pool:*'))
  }

  /** A conversation in the agent's list, followed by them. */
  open(id: string): ConversationId {
    const conversation = conversationRow(id)
    const customer = customerRow(conversation.customerId)
    this.threads.set(id, { conversation, customer, sessions: [], messages: [] })
    this.follow(`thread:${id}`)
    this.publish(`thread:${id}`, 'conversation.opened', { conversation, customer })
    this.saveEntry(listEntryRow(id))
    return conversation.id
  }
  /** The snapshot comes beside the log, unless it is lost with the connection. */
  follow(scope: Scope, withSnapshot = true): void {
    this.followed.add(scope)
    this.publish('agent:me', 'scope.followed', { scope })
    if (!withSnapshot) return this.cut()
    this.send({ t: 'snapshot', revision: this.revision, parts: [this.part(scope)] })
  }
  lose(scope: Scope): void {
    this.publish('agent:me', 'scope.lost', { scope })
    this.followed.delete(scope)
  }
  saveEntry(entry: ListEntry): void {
    this.entries.set(entry.conversationId, entry)
    this.publish('agent:me', 'list-entry.changed', { entry })
  }
  /** Something is written in a thread; by the customer unless said. */
  say(conversationId: string, text: string, more: Partial<Message> = {}): Message {
    const thread = this.thread(conversationId)
    const seq = thread.conversation.lastSeq + 1
    const message = messageRow(conversationId, seq, { body: { kind: 'text', text }, at: this.now(), ...more })
    thread.messages.push(message)
    thread.conversation = conversationAfter(thread.conversation, message)
    this.publish(`thread:${conversationId}`, 'message.sent', { message })
    return message
  }
  putSession(session: Session, event: 'session.assigned' | 'session.ended' = 'session.assigned'): void {
    const thread = this.thread(session.conversationId)
    thread.sessions = [...thread.sessions.filter(({ id }) => id !== session.id), session]
    thread.conversation = { ...thread.conversation, sessionId: session.id }
    this.publish(`thread:${session.conversationId}`, event, { session })
  }
  receive(conversationId: string, deliveredSeq: number, readSeq: number): void {
    const thread = this.thread(conversationId)
    thread.conversation = { ...thread.conversation, deliveredSeq, readSeq }
    this.publish(`thread:${conversationId}`, 'receipt.advanced', {
      conversationId: thread.conversation.id,
      deliveredSeq,
      readSeq,
    })
  }
  changeCustomer(conversationId: string, name: string): void {
    const thread = this.thread(conversationId)
    thread.customer = { ...thread.customer, name, version: thread.customer.version + 1 }
    this.publish(`thread:${conversationId}`, 'customer.changed', { customer: thread.customer })
  }
  enterPool(entry: PoolEntry): void {
    this.pool.set(entry.sessionId, entry)
    this.publish('pool:group:main', 'pool.entered', { entry })
  }
  leavePool(entry: PoolEntry): void {
    if (!this.pool.delete(entry.sessionId)) return
    const { sessionId } = entry
    this.publish('pool:group:main', 'pool.left', { sessionId, cause: 'abandoned', agentId: null })
  }
  changeQuickReply(quickReply: QuickReply): void {
    this.quickReplies.set(quickReply.id, quickReply)
    this.publish(quickReply.ownerId === null ? 'org' : 'agent:me', 'quick-reply.changed', { quickReply })
  }
  removeQuickReply({ id, ownerId }: QuickReply): void {
    if (this.quickReplies.delete(id)) {
      this.publish(ownerId === null ? 'org' : 'agent:me', 'quick-reply.removed', { id })
    }
  }
  thread(conversationId: string): Thread {
    const thread = this.threads.get(conversationId)
    if (!thread) throw new Error(`no thread ${conversationId}`)
    return thread
  }

  /** Ends all connections; `code` says goodbye first. */
  cut(code?: ByeCode): void {
    if (code) this.send({ t: 'bye', code })
    for (const line of [...this.#lines]) this.#close(line)
  }
  send(frame: object, greetedOnly = true): void {
    for (const line of this.#lines) if (line.greeted || !greetedOnly) this.#toLine(line, frame)
  }
  get connections(): number {
    return [...this.#lines].filter(({ greeted }) => greeted).length
  }
  now(): number {
    return this.#clock.now() + this.serverAhead
  }

  readonly connect: Connect = (_url, handlers) => {
    const line: Line = { handlers, greeted: false, open: true }
    this.#lines.add(line)
    this.#clock.after(1, () => {
      if (this.reachable) line.handlers.opened()
      else this.#close(line)
    })
    const socket: Socket = {
      send: (text) => {
        if (line.open && !this.deaf) this.#receive(line, JSON.parse(text) as AgentFrame)
      },
      close: () => this.#close(line),
      buffered: 0,
    }
    return socket
  }
  readonly http: Http = async (request) => {
    this.requests.push(request)
    if (!this.reachable) throw new Error('no route')
    if (request.url.includes('/api/files/parts/') && !request.url.includes('/done?'))
      return this.filePart(request)
    if (request.url.includes('/api/files')) return this.upload(request)
    const body = typeof request.body === 'string' ? (JSON.parse(request.body) as Record<string, string>) : {}
    if (request.url.endsWith('/api/sign-out')) return { status: 200, text: '{}' }
    if (body['password'] === 'wrong')
      return { status: 401, text: JSON.stringify({ code: 'wrong-credentials' }) }
    const agentId = body['account'] ?? 'me'
    return {
      status: 200,
      text: JSON.stringify({
        token: `token-${agentId}`,
        organizationId: 'org-1',
        agentId,
        account: agentId,
        organizationName: '栖木家居',
        agentName: `Agent ${agentId}`,
      }),
    }
  }

  #close(line: Line): void {
    if (!line.open) return
    line.open = false
    this.#lines.delete(line)
    line.handlers.closed()
  }
  #toLine(line: Line, frame: object): void {
    if (line.open && !this.deaf) line.handlers.message(JSON.stringify(frame))
  }
  #receive(line: Line, frame: AgentFrame): void {
    switch (frame.t) {
      case 'hello':
        this.hellos.push(frame)
        return this.#greet(line, frame)
      case 'ping':
        return this.#toLine(line, { t: 'pong', serverTime: this.now(), revision: this.revision })
      case 'command':
        this.commands.push(frame)
        return this.#command(line, frame)
      case 'query':
        this.queries.push(frame)
        return this.#query(line, frame)
      case 'typing':
      case 'viewing':
      case 'idle':
        return undefined
    }
  }
  #greet(line: Line, hello: Extract<AgentFrame, { t: 'hello' }>): void {
    const resumes = hello.resume?.epoch === this.epoch && hello.resume.revision <= this.revision
    const me: Me = {
      organizationId: 'org-1' as OrganizationId,
      agentId: hello.token.replace(/^token-/u, '') as AgentId,
      permissions: ['chat.external'],
      groupIds: [],
    }
    line.greeted = true
    this.#toLine(line, {
      t: 'welcome',
      v: 1,
      serverTime: this.now(),
      epoch: this.epoch,
      revision: this.revision,
      mode: resumes ? 'resumed' : 'resync',
      heartbeatMs: 15_000,
      me,
    })
    if (resumes && hello.resume) this.#catchUp(line, hello.resume.revision)
    else {
      for (const scope of this.followed) {
        this.#toLine(line, { t: 'snapshot', revision: this.revision, parts: [this.part(scope)] })
      }
    }
    this.#toLine(line, { t: 'synced', revision: this.revision })
  }
  #catchUp(line: Line, after: number): void {
    const missed = this.log.filter(({ revision, scope }) => revision > after && this.sees(scope))
    for (let at = 0; at < missed.length; at += 500) {
      this.#toLine(line, { t: 'log', entries: missed.slice(at, at + 500) })
    }
    const gained = missed.flatMap((entry) => (entry.event === 'scope.followed' ? entry.payload.scope : []))
    for (const scope of new Set(gained)) {
      if (!this.followed.has(scope)) continue
      this.#toLine(line, { t: 'snapshot', revision: this.revision, parts: [this.part(scope)] })
    }
  }
  part(scope: Scope): SnapshotPart {
    const quickReplies = [...this.quickReplies.values()].filter(
      ({ ownerId }) => (ownerId === null) === (scope === 'org'),
    )
    if (scope === 'org') {
      const agents = [agentRow('me', 1), agentRow('you', 2)]
      return { scope, rows: { organizations: [organizationRow()], agents, quickReplies } }
    }
    if (scope.startsWith('agent:')) {
      return { scope, rows: { listEntries: [...this.entries.values()], quickReplies } }
    }
    if (scope.startsWith('pool:')) return { scope, rows: { poolEntries: [...this.pool.values()] } }
    const { conversation, customer, sessions, messages } = this.thread(scope.slice('thread:'.length))
    return {
      scope,
      rows: {
        conversations: [conversation],
        customers: [customer],
        sessions,
        messages: this.snapshotMessages === 0 ? [] : messages.slice(-this.snapshotMessages),
      },
    }
  }

  #command(line: Line, frame: Extract<AgentFrame, { t: 'command' }>): void {
    const refused = this.refuse(frame)
    const answer = refused ? { t: 'refused', id: frame.id, code: refused } : this.#carryOut(frame)
    if (this.loseAnswers > 0) this.loseAnswers -= 1
    else this.#toLine(line, answer)
  }
  #carryOut(frame: Extract<AgentFrame, { t: 'command' }>): object {
    const done = (result: object): object => ({ t: 'done', id: frame.id, result, revision: this.revision })
    switch (frame.name) {
      case 'message.send': {
        const args = frame.args as { conversationId: ConversationId; id: MessageId; body: Message['body'] }
        const thread = this.thread(args.conversationId)
        const known = thread.messages.find(({ id }) => id === args.id)
        const message =
          known ??
          this.say(args.conversationId, '', {
            id: args.id,
            body: args.body,
            sender: { kind: 'agent', agentId: 'me' as AgentId },
          })
        return done({ seq: message.seq, at: message.at })
      }
      case 'read.advance': {
        const { conversationId, seq } = frame.args as { conversationId: string; seq: number }
        const entry = this.entries.get(conversationId) ?? listEntryRow(conversationId)
        this.saveEntry({ ...entry, readSeq: Math.max(entry.readSeq, seq) })
        return done({ seq })
      }
      case 'list-entry.pin': {
        const { conversationId, pinned } = frame.args as { conversationId: string; pinned: boolean }
        this.saveEntry({ ...(this.entries.get(conversationId) ?? listEntryRow(conversationId)), pinned })
        return done({})
      }
      default:
        return done({})
    }
  }
  #query(line: Line, frame: Extract<AgentFrame, { t: 'query' }>): void {
    if (frame.name !== 'history.page')
      return this.#toLine(line, { t: 'failed', n: frame.n, code: 'not-found' })
    const { conversationId, beforeSeq, limit } = frame.args as {
      conversationId: string
      beforeSeq: number
      limit: number
    }
    const messages = this.thread(conversationId)
      .messages.filter(({ seq }) => seq < beforeSeq)
      .slice(-Math.min(limit, this.messagesPerPage))
    this.#toLine(line, { t: 'answer', n: frame.n, result: { messages } })
  }
}
