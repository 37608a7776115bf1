import { sql } from '../../base/sql.ts'
import type { MessageId, SavedMessage } from '../../protocol/model/index.ts'
import type { SavedMessageRow } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { shownRemarks } from './privateRemarks.ts'
import { parseStored } from './stored.ts'

export const saveSavedMessage = (db: WriteDb, saved: SavedMessage): void => {
  const { messageId, conversationId, sender, savedAt, at } = saved
  const customerId = sender.kind === 'customer' ? sender.customerId : null
  const agentId = sender.kind === 'agent' ? sender.agentId : null
  db.run(sql`
    insert or replace into saved_messages (
      message_id, conversation_id, customer_id, agent_id, content, saved_at, at
    ) values (
      ${messageId}, ${conversationId}, ${customerId}, ${agentId}, ${JSON.stringify(saved)}, ${savedAt}, ${at}
    )`)
  db.touch('saved-messages')
}

export const removeSavedMessage = (db: WriteDb, messageId: MessageId): void => {
  db.run(sql`delete from saved_messages where message_id = ${messageId}`)
  db.touch('saved-messages')
}

export const clearSavedMessages = (db: WriteDb): void => {
  db.run(sql`delete from saved_messages`)
  db.touch('saved-messages')
}

/** The one saved last first; of several saved together the newest. */
export const listSavedMessages = (db: ReadDb): SavedMessageRow[] =>
  db
    .all<{ content: string; called: string | null; conversation: string | null }>(sql`
      select s.content, c.id as conversation,
        coalesce(p.remark, u.name, json_extract(d.data, '$.name')) as called
      from saved_messages s
      left join conversations c on c.id = s.conversation_id
      left join customers u on u.id = s.customer_id
      left join ${shownRemarks} p on p.customer_id = s.customer_id
      left join directory d on d.noun = 'agent' and d.id = s.agent_id
      order by s.saved_at desc, s.at desc, s.message_id desc`)
    .map(({ content, called, conversation }) => {
      const saved = parseStored<SavedMessage>(content)
      return { ...saved, senderName: called ?? saved.customer?.name ?? '', openable: conversation !== null }
    })
