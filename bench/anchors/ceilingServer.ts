/**
 * The simplest program that keeps the promise of a chat server: a message is acknowledged to its sender and delivered to
 * its receiver only after it is durable. Messages that arrive while a commit is under way share the next one. No
 * accounts, no rules, no features: what Foyer's server is compared with.
 */
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { WebSocketServer, type WebSocket } from 'ws'

import { answerMeasurer } from '../lib/process.ts'

export interface CeilingOptions {
  readonly folder: string
}

interface Incoming {
  readonly conversation: number
  readonly id: string
  readonly text: string
}

interface Waiting extends Incoming {
  readonly sender: number
  readonly seq: number
  readonly at: number
}

const options = JSON.parse(process.argv[2] ?? '{}') as CeilingOptions
const db = new Database(join(options.folder, 'ceiling.db'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
  create table message (
    row_id integer primary key, conversation_id integer not null, seq integer not null, sender_id integer not null,
    id text not null, kind integer not null, created_at integer not null, body text not null
  );
  create unique index message_by_seq on message (conversation_id, seq);
  create unique index message_by_id on message (sender_id, id);`)
const insert = db.prepare(
  'insert into message (conversation_id, seq, sender_id, id, kind, created_at, body) values (?, ?, ?, ?, 0, ?, ?)',
)

const sockets: WebSocket[] = []
const seqs = new Map<number, number>()
let waiting: Waiting[] = []
let scheduled = false

const commit = (): void => {
  const batch = waiting
  waiting = []
  scheduled = false
  db.transaction(() => {
    for (const { conversation, seq, sender, id, at, text } of batch)
      insert.run(conversation, seq, sender, id, at, text)
  })()
  for (const { conversation, seq, sender, id, at, text } of batch) {
    sockets[sender]?.send(JSON.stringify({ t: 'done', id, seq, at }))
    sockets[sender ^ 1]?.send(JSON.stringify({ t: 'message', conversation, seq, sender, at, text }))
  }
}

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false, backlog: 4096 })
server.on('connection', (socket, request) => {
  const sender = Number(request.url?.split('=')[1])
  sockets[sender] = socket
  socket.on('message', (data: Buffer) => {
    const incoming = JSON.parse(data.toString()) as Incoming
    const seq = (seqs.get(incoming.conversation) ?? 0) + 1
    seqs.set(incoming.conversation, seq)
    waiting.push({ ...incoming, sender, seq, at: Date.now() })
    if (scheduled) return
    scheduled = true
    setImmediate(commit)
  })
})
server.on('listening', () => {
  process.send?.({ port: (server.address() as { port: number }).port })
})
answerMeasurer()
