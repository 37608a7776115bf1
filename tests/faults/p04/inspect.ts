/** Looks into the files a killed core left behind. */
import type { SqliteDriver } from '../../../src/client/ports/index.ts'
import { openFile } from '../lib/files.ts'

export interface Inspection {
  readonly problems: readonly string[]
  /** Ids of messages that still wait. */
  readonly waiting: ReadonlySet<string>
  readonly messages: number
  readonly indexed: number
}

export const inspect = (folder: string, cacheName: string): Inspection => {
  const problems: string[] = []
  const own = open(folder, 'own', problems)
  const waiting = new Set(own.all<{ id: string }>('select id from outbox').map(({ id }) => id))
  own.close()
  const cache = open(folder, cacheName, problems)
  try {
    cache.exec(`insert into message_terms (message_terms, rank) values ('integrity-check', 0)`)
  } catch (error) {
    problems.push(`the search index: ${String(error)}`)
  }
  const count = (text: string): number => cache.get<{ n: number }>(text)?.n ?? 0
  const add = (what: string, found: number): void => {
    if (found > 0) problems.push(`${found} ${what}`)
  }
  // Everything that arrived hangs together, but for what is known to be missing.
  add(
    'holes in threads',
    count(`
      select count(*) as n from messages m
      where seq > (select min(seq) from messages f where f.conversation_id = m.conversation_id)
        and not exists (select 1 from messages p where p.conversation_id = m.conversation_id and p.seq = m.seq - 1)
        and not exists (select 1 from gaps g where g.conversation_id = m.conversation_id and g.to_seq = m.seq - 1)`),
  )
  add(
    'conversations that end elsewhere than their messages',
    count(`
      select count(*) as n from conversations c
      where last_seq > 0 and last_seq is not (select max(seq) from messages m where m.conversation_id = c.id)`),
  )
  // The index has what it says it has: no more and no less.
  add(
    'messages that are missing in the index',
    count(`
      select count(*) as n from messages m
      where key <= (select key from search_position) and json_extract(body, '$.kind') = 'text'
        and key not in (select message from search_documents)
        and key not in (select message from search_changed_messages)`),
  )
  add(
    'documents of the index without a message',
    count('select count(*) as n from search_documents where message not in (select key from messages)'),
  )
  const messages = count('select count(*) as n from messages')
  const indexed = count('select count(*) as n from search_documents')
  cache.close()
  return { problems, waiting, messages, indexed }
}

const open = (folder: string, name: string, problems: string[]): SqliteDriver => {
  const db = openFile(folder, name)
  const result = db.get<{ integrity_check: string }>('pragma integrity_check')?.integrity_check
  if (result !== 'ok') problems.push(`${name}: ${String(result)}`)
  return db
}
