import { sql } from '../../base/sql.ts'
import type { AgentId } from '../../protocol/model/index.ts'
import type { QueuedCommand } from '../api.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { parseStored } from './stored.ts'
import type { Topic } from './topics.ts'

export const addQueued = (db: WriteDb, agentId: AgentId, command: QueuedCommand): void => {
  db.run(sql`
    insert into queued_commands (id, agent_id, name, args, created_at, state) values (
      ${command.id}, ${agentId}, ${command.name}, ${JSON.stringify(command.args)}, ${command.createdAt}, 'queued')`)
  touch(db, command)
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
  command: QueuedCommand,
  refusal: NonNullable<QueuedCommand['refusal']>,
): void => {
  db.run(sql`
    update queued_commands set state = 'failed', refusal = ${JSON.stringify(refusal)} where id = ${command.id}`)
  touch(db, command)
}

/** As if it had been given just now, in its old place. */
export const requeueCommand = (db: WriteDb, command: QueuedCommand): void => {
  db.run(sql`
    update queued_commands set state = 'queued', refusal = null, created_at = ${command.createdAt}
    where id = ${command.id}`)
  touch(db, command)
}

export const removeQueued = (db: WriteDb, command: QueuedCommand): void => {
  db.run(sql`delete from queued_commands where id = ${command.id}`)
  touch(db, command)
}

/** The list of what waits, and whatever shows what commands of this area change. */
export const queuedTopics = ({ name }: QueuedCommand): Topic[] => ['queued', `queued:${name.split('.')[0]}`]

const touch = (db: WriteDb, command: QueuedCommand): void => db.touch(...queuedTopics(command))

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
