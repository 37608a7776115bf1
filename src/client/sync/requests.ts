import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { Message } from '../../protocol/model/index.ts'
import { serverQueries, type ServerQueryName, type ServerQueryResult } from '../../protocol/queries/index.ts'
import type { AgentFrame } from '../../protocol/wire/index.ts'
import type { Ask } from '../view.ts'
import type { OtherFrame } from './parseFrame.ts'

/** Longer than this nobody waits for an answer. */
const TIMEOUT_MS = 15_000

export interface CommandAnswer {
  readonly result: unknown
  /** The log contains the effects from here on. */
  readonly revision: number
}

/**
 * What was asked of the server and not answered yet.
 *
 * Commands outlive the connection: after a break the same one is sent again under its id, and the server answers with
 * the first result. Queries change nothing and end with the connection.
 */
export interface Requests {
  readonly ask: Ask
  command(id: string, name: string, args: unknown): Promise<Result<CommandAnswer>>
  /** Takes the frames that answer something. */
  answer(frame: Extract<OtherFrame, { t: 'done' | 'refused' | 'answer' | 'failed' }>): void
  connected(): void
  disconnected(): void
  stop(): void
}

interface Waiting<T> {
  readonly frame: AgentFrame
  finish(result: Result<T>): void
}

/** `send` answers false when there is no connection. */
export const createRequests = (clock: Clock, send: (frame: AgentFrame) => boolean): Requests => {
  const commands = new Map<string, Waiting<CommandAnswer>>()
  const queries = new Map<number, Waiting<unknown>>()
  let lastQuery = 0

  const wait = <K, T>(map: Map<K, Waiting<T>>, key: K, frame: AgentFrame): Promise<Result<T>> =>
    new Promise((resolve) => {
      const cancel = clock.after(TIMEOUT_MS, () => map.get(key)?.finish(refuse('timeout')))
      map.set(key, {
        frame,
        finish: (result) => {
          cancel()
          map.delete(key)
          resolve(result)
        },
      })
    })
  const endQueries = (): void => {
    for (const query of [...queries.values()]) query.finish(refuse('offline'))
  }

  return {
    ask: async (name, args) => {
      lastQuery += 1
      const frame: AgentFrame = { t: 'query', n: lastQuery, name, args }
      const answered = wait(queries, lastQuery, frame)
      if (!send(frame)) queries.get(lastQuery)?.finish(refuse('offline'))
      const answer = await answered
      return answer.ok ? parseAnswer(name, answer.value) : answer
    },
    command: (id, name, args) => {
      const frame: AgentFrame = { t: 'command', id, name, args }
      const answer = wait(commands, id, frame)
      send(frame)
      return answer
    },
    answer: (frame) => {
      switch (frame.t) {
        case 'done':
          return commands.get(frame.id)?.finish(ok({ result: frame.result, revision: frame.revision }))
        case 'refused':
          return commands.get(frame.id)?.finish(refuse(frame.code, frame.details))
        case 'answer':
          return queries.get(frame.n)?.finish(ok(frame.result))
        case 'failed':
          return queries.get(frame.n)?.finish(refuse(frame.code))
      }
    },
    connected: () => {
      for (const { frame } of commands.values()) send(frame)
    },
    disconnected: endQueries,
    stop: () => {
      endQueries()
      for (const command of [...commands.values()]) command.finish(refuse('offline'))
    },
  }
}

/** A message nobody can read is left out of the list instead of spoiling it. */
const parseAnswer = <N extends ServerQueryName>(name: N, value: unknown): Result<ServerQueryResult<N>> => {
  const schema = serverQueries[name].result
  const readable =
    isRecord(value) && Array.isArray(value['messages'])
      ? { ...value, messages: value['messages'].filter((message) => Message.safeParse(message).success) }
      : value
  const parsed = schema.safeParse(readable)
  return parsed.success ? ok(parsed.data as ServerQueryResult<N>) : refuse('internal')
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
