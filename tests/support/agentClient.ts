import type { Ids } from '../../src/base/ids.ts'
import type { EventName, EventPayload } from '../../src/protocol/events/index.ts'
import type { Scope } from '../../src/protocol/model/index.ts'
import { PROTOCOL_VERSION, type AgentServerFrame, type SnapshotPart } from '../../src/protocol/wire/index.ts'
import { connectFrames, type FrameClient } from './frameClient.ts'

type ServerFrame = AgentServerFrame
type Welcome = Extract<ServerFrame, { t: 'welcome' }>

export interface Entry {
  readonly revision: number
  readonly scope: Scope
  readonly event: string
  readonly payload: unknown
}

export interface AgentClient extends FrameClient<ServerFrame> {
  readonly welcome: Welcome
  /** All log entries that came. */
  entries(): Entry[]
  event<N extends EventName>(name: N, fits?: (payload: EventPayload<N>) => boolean): Promise<EventPayload<N>>
  parts(): SnapshotPart[]
  part(scope: Scope): Promise<SnapshotPart>
  synced(): Promise<number>
}

export interface AgentHelloOptions {
  readonly token: string
  readonly deviceId?: string
  readonly resume?: { readonly epoch: string; readonly revision: number } | null
}

export const agentHello = ({ token, deviceId = 'device-1', resume = null }: AgentHelloOptions) => ({
  t: 'hello',
  v: PROTOCOL_VERSION,
  as: 'agent',
  token,
  device: { id: deviceId, kind: 'web', name: 'test', version: '1' },
  resume,
})

/** Connects and waits for `welcome`. */
export const connectAgent = async (url: string, ids: Ids, hello: AgentHelloOptions): Promise<AgentClient> => {
  const client = await connectFrames<ServerFrame>(url, ids)
  client.send(agentHello(hello))
  const welcome = await client.next((frame) => frame.t === 'welcome')
  const entries = (): Entry[] =>
    client.frames.flatMap((frame) => (frame.t === 'log' ? (frame.entries as Entry[]) : []))
  const parts = (): SnapshotPart[] =>
    client.frames.flatMap((frame) => (frame.t === 'snapshot' ? frame.parts : []))
  return {
    ...client,
    welcome,
    entries,
    parts,
    event: async <N extends EventName>(name: N, fits: (payload: EventPayload<N>) => boolean = () => true) => {
      const has = (entry: Entry): boolean => entry.event === name && fits(entry.payload as EventPayload<N>)
      await client.next((frame) => frame.t === 'log' && (frame.entries as Entry[]).some(has))
      return entries().find(has)?.payload as EventPayload<N>
    },
    part: async (scope) => {
      await client.next((frame) => frame.t === 'snapshot' && frame.parts.some((part) => part.scope === scope))
      const found = parts().findLast((part) => part.scope === scope)
      if (!found) throw new Error(`no snapshot of ${scope}`)
      return found
    },
    synced: async () => (await client.next((frame) => frame.t === 'synced')).revision,
  }
}
