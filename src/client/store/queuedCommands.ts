import { sql } from '../../base/sql.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { QueuedCommand } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'

export const addQueued = (db: WriteDb, agentId: AgentId, command: QueuedCommand): void => {
  db.run(sql`
    insert into queued_commands (id, agent_id, name, args, created_at, state) values (
      ${command.id}, ${agentId}, ${command.name}, ${JSON.stringify(command.args)}, ${command.createdAt}, 'queued')`)
  db.touch('queued')
}

/** Waiting and refused ones, in the order in which they were given. */
export const listQueued = (db: ReadDb, agentId: AgentId): QueuedCommand[] =>
  db
    .all<Row>(
      sql`
      select id, name, args, created_at, state, refusal from queued_commands
      where agent_id = ${agentId} order by position`,
    )
    .map(
      ({ id, name, args, created_at: createdAt, state, refusal }) =>
        ({
          id,
          name,
          args: parseStored(args),
          createdAt,
          state,
          refusal: refusal === null ? null : parseStored(refusal),
        }) as QueuedCommand,
    )

export const markRefused = (
  db: WriteDb,
  id: string,
  refusal: NonNullable<QueuedCommand['refusal']>,
): void => {
  db.run(
    sql`update queued_commands set state = 'failed', refusal = ${JSON.stringify(refusal)} where id = ${id}`,
  )
  db.touch('queued')
}

export const requeueCommand = (db: WriteDb, id: string): void => {
  db.run(sql`update queued_commands set state = 'queued', refusal = null where id = ${id}`)
  db.touch('queued')
}

export const removeQueued = (db: WriteDb, id: string): void => {
  db.run(sql`delete from queued_commands where id = ${id}`)
  db.touch('queued')
}

export const clearQueued = (db: WriteDb, agentId: AgentId): void => {
  db.run(sql`delete from queued_commands where agent_id = ${agentId}`)
  db.touch('queued')
}

interface Row {
  readonly id: string
  readonly name: string
  readonly args: string
  readonly created_at: number
  readonly state: string
  readonly refusal: string | null
}
