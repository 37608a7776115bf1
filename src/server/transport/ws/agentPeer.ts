/** An agent's connection: who it is, and what its frames ask for. */
import type { Clock } from '../../../base/clock.ts'
import type { Logger } from '../../../base/logger.ts'
import type { Refusal, Result } from '../../../base/result.ts'
import { commands, type CommandName } from '../../../protocol/commands/index.ts'
import type { OrganizationId } from '../../../protocol/model/index.ts'
import { serverQueries, type ServerQueryName } from '../../../protocol/queries/index.ts'
import {
  AgentFrame,
  HEARTBEAT_MS,
  PROTOCOL_VERSION,
  type AgentHello,
  type Command,
} from '../../../protocol/wire/index.ts'
import type { Authority } from '../../auth/authority.ts'
import type { Engine } from '../../engine/types.ts'
import { createAgentFollower, type AgentFollower } from '../../publish/agentFollower.ts'
import type { Hub } from '../../publish/hub.ts'
import type { Position } from '../../publish/publishReads.ts'
import type { Limits } from '../limits.ts'
import { createTokenBucket } from '../tokenBucket.ts'
import { answerFrame } from './answerFrame.ts'
import type { Connection } from './connection.ts'
import { parseFrame } from './parseFrame.ts'
import type { Lease, PresenceLease } from './presenceLease.ts'
import type { Admit, Peer } from './socketServer.ts'

export interface AgentPeerOptions {
  readonly authority: Pick<Authority, 'agentOf'>
  readonly engine: Engine
  readonly hub: Hub
  readonly lease: PresenceLease
  readonly limits: Limits
  readonly clock: Clock
  readonly log: Logger
}

export const createAgentAdmission = (options: AgentPeerOptions): Admit<AgentHello> => {
  const { authority, hub, lease, limits, clock, log } = options
  const noteAhead = createAheadNote(options)
  return async (hello, connection) => {
    const proof = await authority.agentOf(hello.token, hello.device.id)
    if (!proof.ok) {
      connection.bye(proof.code)
      return undefined
    }
    const { principal, tokenHash } = proof.value
    if (lease.count(principal) >= limits.socketsPerAgent) {
      connection.bye('rate-limited')
      return undefined
    }
    const follower = createAgentFollower(principal, connection, tokenHash)
    const held = await lease.take(principal, {
      device: hello.device.kind === 'mobile' ? 'mobile' : 'computer',
      idle: hello.idle,
    })
    hub.agents
      .enter(follower, hello.resume, (mode, position) => {
        connection.send(
          JSON.stringify({
            t: 'welcome',
            v: PROTOCOL_VERSION,
            serverTime: clock.now(),
            epoch: position.epoch,
            revision: position.revision,
            mode,
            heartbeatMs: HEARTBEAT_MS,
            me: position.me,
          }),
        )
        noteAhead(principal.organizationId, hello.resume, position)
      })
      .catch((error: unknown) => {
        log.error('agent not admitted', { agentId: principal.agentId, error })
        connection.bye('going-away')
      })
    return {
      receive: createReceiver(follower, connection, held, options),
      closed: () => {
        hub.agents.leave(follower)
        held.giveBack()
      },
    }
  }
}

/**
 * A client that knows more of this history than the server shows that an older database was put back: then nobody's place
 * in the log means anything (reliability P30). Believed once: a client that lies must not send everybody away again and
 * again.
 */
const createAheadNote = ({ engine, log }: Pick<AgentPeerOptions, 'engine' | 'log'>) => {
  const noted = new Set<OrganizationId>()
  return (
    organizationId: OrganizationId,
    resume: AgentHello['resume'],
    now: Pick<Position, 'epoch' | 'revision'>,
  ): void => {
    if (resume?.epoch !== now.epoch || resume.revision <= now.revision || noted.has(organizationId)) return
    noted.add(organizationId)
    engine.runInternal(organizationId, 'history.renew', { epoch: now.epoch }).catch((error: unknown) => {
      log.error('the history was not renewed', { organizationId, error })
    })
  }
}

const createReceiver = (
  follower: AgentFollower,
  connection: Connection,
  held: Pick<Lease, 'rest'>,
  { engine, hub, limits, clock, log }: AgentPeerOptions,
): Peer['receive'] => {
  const { principal } = follower
  const writes = createTokenBucket(limits.agentWrites, clock)
  const reads = createTokenBucket(limits.queries, clock)
  const typing = createTokenBucket(limits.typing, clock)
  const viewing = createTokenBucket(limits.viewing, clock)

  const run = (frame: Command): void => {
    const wait = writes.take()
    if (wait > 0) connection.send(answerFrame(frame.id, rateLimited(wait)))
    else if (!isAgentCommand(frame.name)) connection.send(answerFrame(frame.id, unknownCommand(frame.name)))
    else {
      engine
        .run({ principal, id: frame.id, name: frame.name, args: frame.args })
        .then((outcome) => {
          connection.send(answerFrame(frame.id, outcome))
        })
        .catch((error: unknown) => {
          log.error('command not answered', { name: frame.name, error })
          connection.send(answerFrame(frame.id, { ok: false, code: 'internal' }))
        })
    }
  }

  const ask = (n: number, name: string, args: unknown): void => {
    const answer = (result: Result<unknown>): void => {
      connection.send(
        JSON.stringify(
          result.ok ? { t: 'answer', n, result: result.value } : { t: 'failed', n, code: result.code },
        ),
      )
    }
    if (reads.take() > 0) answer({ ok: false, code: 'rate-limited' })
    else if (!isQuery(name)) answer({ ok: false, code: 'invalid' })
    else {
      engine
        .query(principal, name, args)
        .then(answer)
        .catch((error: unknown) => {
          log.error('query not answered', { name, error })
          answer({ ok: false, code: 'internal' })
        })
    }
  }

  return (data) => {
    const frame = parseFrame(AgentFrame, data)
    switch (frame?.t) {
      case 'command':
        run(frame)
        return true
      case 'query':
        ask(frame.n, frame.name, frame.args)
        return true
      case 'typing':
        if (typing.take() === 0) hub.agents.typing(follower, frame.conversationId, frame.on)
        return true
      case 'viewing':
        if (viewing.take() === 0) hub.agents.viewing(follower, frame.conversationId)
        return true
      case 'idle':
        if (reads.take() === 0) held.rest(frame.presence ?? undefined)
        return true
      case 'ping':
        connection.send(
          JSON.stringify({ t: 'pong', serverTime: clock.now(), revision: hub.agents.revision(follower) }),
        )
        return true
      case 'hello':
      case undefined:
        return false
    }
  }
}

const isAgentCommand = (name: string): name is CommandName =>
  Object.hasOwn(commands, name) && commands[name as CommandName].by === 'agent'

const isQuery = (name: string): name is ServerQueryName => Object.hasOwn(serverQueries, name)

/** The words of the refusal never repeat what was sent. */
const unknownCommand = (name: string): Refusal => ({
  ok: false,
  code: Object.hasOwn(commands, name) ? 'forbidden' : 'invalid',
  details: { field: 'name' },
})

const rateLimited = (retryAfterMs: number): Refusal => ({
  ok: false,
  code: 'rate-limited',
  details: { retryAfterMs },
})
