/** An agent's connection that can stop reading; it keeps nothing but the numbers of the messages that came. */
import { WebSocket } from 'ws'

import type { ConversationId, Message } from '../../../src/protocol/model/index.ts'
import type { AgentServerFrame } from '../../../src/protocol/wire/index.ts'
import { agentHello } from '../../support/agentClient.ts'
import type { CoreAccount } from '../lib/core.ts'

export interface Follower {
  /** Numbers of the thread's messages, in all connections together. */
  readonly seqs: ReadonlySet<number>
  /** Connects, from where it was; resolves when the server says that it is up to date. */
  connect(): Promise<void>
  stopReading(): void
  /** Reads what is left; resolves when the connection is gone. */
  readOn(): Promise<void>
  close(): void
}

export interface FollowerOptions {
  readonly account: CoreAccount
  readonly conversationId: ConversationId
  readonly onMessage?: (message: Message) => void
}

const PING_MS = 5_000

export const createFollower = ({ account, conversationId, onMessage }: FollowerOptions): Follower => {
  const seqs = new Set<number>()
  let position: { epoch: string; revision: number } | null = null
  let socket: WebSocket | undefined
  let gone: Promise<void> = Promise.resolve()
  let pings: NodeJS.Timeout | undefined

  const take = (message: Message): void => {
    if (message.conversationId === conversationId) seqs.add(message.seq)
    onMessage?.(message)
  }
  const advance = (revision: number): void => {
    if (position) position = { ...position, revision: Math.max(position.revision, revision) }
  }
  const receive = (frame: AgentServerFrame, synced: () => void): void => {
    if (frame.t === 'welcome') position = { epoch: frame.epoch, revision: position?.revision ?? 0 }
    else if (frame.t === 'snapshot') {
      for (const { rows } of frame.parts) for (const message of rows.messages ?? []) take(message)
    } else if (frame.t === 'log') {
      for (const { event, payload, revision } of frame.entries) {
        if (event === 'message.sent') take((payload as { message: Message }).message)
        advance(revision)
      }
    } else if (frame.t === 'synced') {
      advance(frame.revision)
      synced()
    }
  }
  return {
    seqs,
    connect: () =>
      new Promise((resolve, reject) => {
        const opened = new WebSocket(`${account.server.replace(/^http/u, 'ws')}/ws`)
        socket = opened
        opened.on('open', () => {
          const { token, deviceId } = account
          opened.send(JSON.stringify(agentHello({ token, deviceId, resume: position })))
        })
        opened.on('message', (data: Buffer) => {
          receive(JSON.parse(data.toString()) as AgentServerFrame, resolve)
        })
        opened.on('error', () => undefined)
        gone = new Promise((ended) => {
          opened.on('close', () => {
            ended()
            reject(new Error('closed before it was up to date'))
          })
        })
      }),
    stopReading: () => {
      socket?.pause()
      // It still says that it is there: only what waits for it may end it.
      pings = setInterval(() => socket?.send('{"t":"ping"}'), PING_MS)
    },
    readOn: async () => {
      clearInterval(pings)
      socket?.resume()
      await gone
    },
    close: () => {
      clearInterval(pings)
      socket?.terminate()
    },
  }
}
