/**
 * The bare program beside the client: better-sqlite3, a table of messages, and an index of overlapping pairs.
 *
 * Nothing of the product is used, so that it cannot move its own baseline.
 */
import Database from 'better-sqlite3'

export interface BareMessage {
  readonly id: number
  readonly conversation: number
  readonly seq: number
  readonly text: string
}

const SCHEMA = `
  create table if not exists message (
    id integer primary key,
    conversation_id integer not null,
    seq integer not null,
    sender_id integer not null,
    client_id text not null,
    kind integer not null,
    created_at integer not null,
    body text not null
  );
  create unique index if not exists message_by_seq on message (conversation_id, seq);
  create unique index if not exists message_by_client on message (sender_id, client_id);
  create virtual table if not exists message_fts using fts5 (
    body, content = '', contentless_delete = 1, tokenize = 'unicode61'
  );`
const INSERT = `insert into message (id, conversation_id, seq, sender_id, client_id, kind, created_at, body)
  values (?, ?, ?, ?, ?, 0, ?, ?)`
const FIRST_AT = 1_760_000_000_000

export interface BareIndex {
  /** Writes rows and index together, so many a commit. */
  insert(messages: Iterable<BareMessage>, aCommit: number): void
  /** Ids of the newest 20. */
  newest(words: string): number[]
  /** The same by looking at every text. */
  scan(words: string, limit: number): number[]
  close(): void
}

/** `durable`: as a cache is kept; otherwise as fast as a file can be filled. */
export const openBareIndex = (file: string, durable: boolean): BareIndex => {
  const db = new Database(file)
  db.pragma('journal_mode = wal')
  db.pragma(`synchronous = ${durable ? 'normal' : 'off'}`)
  db.pragma('cache_size = -32000')
  db.exec(SCHEMA)
  const insertRow = db.prepare(INSERT)
  const insertTerms = db.prepare('insert into message_fts (rowid, body) values (?, ?)')
  const newest = db.prepare<[string], { id: number }>(
    `select m.* from message_fts join message m on m.id = message_fts.rowid
       where message_fts match ? order by message_fts.rowid desc limit 20`,
  )
  return {
    insert: (messages, aCommit) => {
      let inCommit = 0
      for (const { id, conversation, seq, text } of messages) {
        if (inCommit === 0) db.exec('begin')
        insertRow.run(
          id,
          conversation,
          seq,
          conversation,
          `c-${id.toString(36)}-7f3a9b2e51d0`,
          FIRST_AT + id,
          text,
        )
        insertTerms.run(id, toPairs(text))
        inCommit += 1
        if (inCommit === aCommit) {
          db.exec('commit')
          inCommit = 0
        }
      }
      if (inCommit > 0) db.exec('commit')
    },
    newest: (words) => newest.all(pairsQuery(words)).map((row) => row.id),
    scan: (words, limit) => {
      const all = words.split(' ')
      const where = all.map(() => 'instr(body, ?) > 0').join(' and ')
      const statement = db.prepare<unknown[], { id: number }>(
        `select id from message where ${where} order by id desc limit ?`,
      )
      return statement.all(...all, limit).map((row) => row.id)
    },
    close: () => {
      db.close()
    },
  }
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff]+/gu

/** 我要退款 → 我要 要退 退款 款; other scripts stay as they are. */
const toPairs = (text: string): string =>
  text.replace(HAN, (run) => {
    let out = ' '
    for (let index = 0; index < run.length - 1; index += 1) out += `${run.slice(index, index + 2)} `
    return `${out}${run.slice(-1)} `
  })

const pairsQuery = (words: string): string =>
  words
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => {
      if (!/[\u3400-\u9fff\uf900-\ufaff]/u.test(word)) return `"${word}"`
      if (word.length === 1) return `${word}*`
      const pairs = Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2))
      return `"${pairs.join(' ')}"`
    })
    .join(' AND ')
