import { describe, expect, it } from 'vitest'

import { createTestClock } from '../../../tests/support/clock.ts'
import { silentLogger } from '../../base/logger.ts'
import type { LogEntry } from '../../protocol/events/index.ts'
import type { Agent, AgentId, OrganizationId, Scope } from '../../protocol/model/index.ts'
import type { Committed } from '../engine/types.ts'
import { createFileLinks } from '../files/fileLinks.ts'
import { createAgentFollower, type AgentFollower } from './agentFollower.ts'
import { createHub, type Hub } from './hub.ts'
import { itemOfEntry } from './logItem.ts'
import type { Outlet } from './outlet.ts'
import type { PublishReads } from './publishReads.ts'

const ORG = 'org' as OrganizationId
type Sent = {
  readonly t: string
  readonly entries?: readonly LogEntry[]
  readonly parts?: readonly { readonly scope: Scope }[]
  readonly revision?: number
  readonly agents?: readonly { readonly agentId: string; readonly presence: string }[]
}

/** Scope, event, payload. */
type Made = readonly [Scope, string, object]

/** An organisation's log in memory, and the scopes of its agents. */
const createWorld = () => {
  const clock = createTestClock()
  const entries: LogEntry[] = []
  const scopes = new Map<AgentId, Set<Scope>>()
  let oldest = 1
  const scopesOf = (agentId: AgentId): Set<Scope> => {
    const known = scopes.get(agentId) ?? new Set<Scope>(['org', `agent:${agentId}`])
    scopes.set(agentId, known)
    return known
  }
  const reads: PublishReads = {
    position: async (organizationId, agentId) => ({
      epoch: 'epoch',
      revision: entries.length,
      scopes: [...scopesOf(agentId)],
      me: { organizationId, agentId, permissions: [], groupIds: [] },
    }),
    log: async (_organizationId, after, limit) =>
      entries
        .slice(after, after + limit)
        .filter(({ revision }) => revision >= oldest)
        .map(itemOfEntry),
    scopeChanges: async (_organizationId, agentId, after, upTo) =>
      entries
        .slice(after, upTo)
        .filter(({ scope, event }) => scope === `agent:${agentId}` && event.startsWith('scope.'))
        .map(itemOfEntry),
    snapshot: async (_organizationId, _agentId, wanted) => ({
      revision: entries.length,
      organization: [],
      parts: wanted.map((scope) => ({ scope, rows: {} })),
    }),
    presence: async () => [],
    agents: async () => [],
    messagesBefore: async () => [],
    messagesAfter: async () => [],
    session: async () => undefined,
    readSeq: async () => 0,
    queue: async () => [],
    waits: async () => [],
  }
  const hub = createHub({ reads, links: createFileLinks(Buffer.alloc(32), clock), clock, log: silentLogger })
  /** Writes entries as one commit; `publish` false: by another node, heard of by nobody yet. */
  const commit = (...made: readonly Made[]): Committed => {
    const added = made.map(
      ([scope, event, payload]) =>
        ({ revision: entries.push(undefined as never), scope, event, payload, at: 0 }) as unknown as LogEntry,
    )
    for (const entry of added) {
      entries[entry.revision - 1] = entry
      const agentId = entry.scope.replace('agent:', '') as AgentId
      if (entry.event === 'scope.followed') scopesOf(agentId).add(entry.payload.scope)
      if (entry.event === 'scope.lost') scopesOf(agentId).delete(entry.payload.scope)
    }
    return { organizationId: ORG, revision: entries.length, entries: added, signals: [] }
  }
  return {
    clock,
    hub,
    reads,
    commit,
    publish: (...made: readonly Made[]) => {
      hub.committed(commit(...made))
    },
    forget: (before: number) => {
      oldest = before
    },
  }
}

const connect = async (
  hub: Hub,
  agentId: string,
  resume: { epoch: string; revision: number } | null = null,
): Promise<{ sent: Sent[]; follower: AgentFollower; byes: string[]; mode: string }> => {
  const sent: Sent[] = []
  const byes: string[] = []
  const outlet: Outlet = {
    open: true,
    send: (frame) => sent.push(JSON.parse(frame.toString()) as Sent),
    drained: async () => undefined,
    bye: (code) => byes.push(code),
  }
  const follower = createAgentFollower(
    { kind: 'agent', organizationId: ORG, agentId: agentId as AgentId, permissions: new Set() },
    outlet,
    'hash',
  )
  let mode = ''
  await hub.agents.enter(follower, resume, (chosen) => {
    mode = chosen
  })
  return { sent, follower, byes, mode }
}

const revisionsOf = (sent: readonly Sent[]): number[] =>
  sent.flatMap((frame) => frame.entries?.map(({ revision }) => revision) ?? [])
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('what an agent gets', () => {
  it('is the entries of the scopes they follow, and of no other', async () => {
    const { hub, publish } = createWorld()
    const anna = await connect(hub, 'anna')
    publish(
      ['org', 'tag.changed', {}],
      ['agent:anna', 'list-entry.changed', {}],
      ['agent:ben', 'list-entry.changed', {}],
      ['thread:t1', 'message.sent', {}],
      ['pool:group:g1', 'pool.entered', {}],
    )
    expect(revisionsOf(anna.sent)).toEqual([1, 2])
  })

  it('comes in one frame for one commit, and the same bytes for those who see the same', async () => {
    const { hub, publish } = createWorld()
    const [anna, ben] = [await connect(hub, 'anna'), await connect(hub, 'ben')]
    publish(['org', 'tag.changed', { n: 1 }], ['org', 'tag.changed', { n: 2 }])
    expect(anna.sent.filter(({ t }) => t === 'log')).toHaveLength(1)
    expect(anna.sent.at(-1)).toEqual(ben.sent.at(-1))
  })

  it('begins with a snapshot for a scope that is gained, and ends with the entry that loses it', async () => {
    const { hub, publish } = createWorld()
    const anna = await connect(hub, 'anna')
    publish(['agent:anna', 'scope.followed', { scope: 'thread:t1' }], ['thread:t1', 'message.sent', { n: 1 }])
    publish(['thread:t1', 'message.sent', { n: 2 }], ['org', 'tag.changed', {}])
    await settle()
    const snapshot = anna.sent.findLast(({ t }) => t === 'snapshot')
    expect(snapshot?.parts?.map(({ scope }) => scope)).toEqual(['thread:t1'])
    expect(snapshot?.revision).toBe(4)
    expect(revisionsOf(anna.sent)).toEqual([1, 4])
    expect(anna.sent.indexOf(snapshot as Sent)).toBe(anna.sent.length - 1)
    publish(['agent:anna', 'scope.lost', { scope: 'thread:t1' }], ['thread:t1', 'message.sent', { n: 3 }])
    await settle()
    expect(revisionsOf(anna.sent)).toEqual([1, 4, 5])
  })

  it('skips nothing that was committed and not yet told while the client came in', async () => {
    const { hub, commit, publish } = createWorld()
    const steady = await connect(hub, 'steady')
    const late = commit(['org', 'tag.changed', { n: 1 }])
    const anna = await connect(hub, 'anna')
    expect(hub.agents.revision(steady.follower)).toBe(0)
    hub.committed(late)
    publish(['org', 'tag.changed', { n: 2 }])
    expect(revisionsOf(steady.sent)).toEqual([1, 2])
    expect(revisionsOf(anna.sent)).toEqual([2])
    expect(hub.agents.revision(steady.follower)).toBe(2)
  })

  it('is what was missed, by the scopes of that time, and snapshots of those gained since', async () => {
    const { hub, publish } = createWorld()
    publish(['agent:anna', 'scope.followed', { scope: 'thread:old' }], ['thread:old', 'message.sent', {}])
    publish(['thread:old', 'message.sent', {}], ['agent:anna', 'scope.lost', { scope: 'thread:old' }])
    publish(['thread:old', 'message.sent', {}], ['agent:anna', 'scope.followed', { scope: 'thread:new' }])
    publish(['thread:new', 'message.sent', {}], ['org', 'tag.changed', {}])
    const anna = await connect(hub, 'anna', { epoch: 'epoch', revision: 2 })
    expect(anna.mode).toBe('resumed')
    expect(revisionsOf(anna.sent)).toEqual([3, 4, 6, 8])
    expect(anna.sent.flatMap(({ parts }) => parts?.map(({ scope }) => scope) ?? [])).toEqual(['thread:new'])
    expect(anna.sent.at(-1)).toMatchObject({ t: 'synced', revision: 8 })
  })

  it('starts anew when the log no longer reaches back, the history is another, or the cursor is ahead', async () => {
    const { hub, publish, forget } = createWorld()
    for (let n = 0; n < 5; n += 1) publish(['org', 'tag.changed', { n }])
    expect((await connect(hub, 'anna', { epoch: 'epoch', revision: 2 })).mode).toBe('resumed')
    forget(4)
    expect((await connect(hub, 'ben', { epoch: 'other', revision: 5 })).mode).toBe('resync')
    expect((await connect(hub, 'ben', { epoch: 'epoch', revision: 6 })).mode).toBe('resync')
    const fresh = createWorld()
    for (let n = 0; n < 5; n += 1) fresh.publish(['org', 'tag.changed', { n }])
    fresh.forget(4)
    expect((await connect(fresh.hub, 'ben', { epoch: 'epoch', revision: 1 })).mode).toBe('resync')
  })

  it('sees all of the pool with one scope, each entry once', async () => {
    const { hub, publish, commit } = createWorld()
    commit(['agent:lead', 'scope.followed', { scope: 'pool:*' }])
    commit(['agent:lead', 'scope.followed', { scope: 'pool:group:g1' }])
    const lead = await connect(hub, 'lead')
    publish(['pool:group:g1', 'pool.entered', {}], ['pool:agent:x', 'pool.entered', {}])
    expect(revisionsOf(lead.sent)).toEqual([3, 4])
  })

  it('R-01-060 ends with the commit that disables the account', async () => {
    const { hub, publish } = createWorld()
    const anna = await connect(hub, 'anna')
    const ben = await connect(hub, 'ben')
    const agent = { id: 'anna', disabled: true } as unknown as Agent
    publish(['org', 'agent.changed', { agent }])
    expect([anna.byes, ben.byes]).toEqual([['disabled'], []])
  })

  it('shows who is invisible to themselves only', async () => {
    const { hub, clock } = createWorld()
    const anna = await connect(hub, 'anna')
    const ben = await connect(hub, 'ben')
    const agents = [
      { agentId: 'anna' as AgentId, presence: 'invisible', reception: true, load: 0, capacity: 5 },
    ] as const
    hub.committed({ organizationId: ORG, revision: 0, entries: [], signals: [{ kind: 'presence', agents }] })
    await clock.advanceAsync(1_000)
    expect(anna.sent.at(-1)?.agents?.[0]?.presence).toBe('invisible')
    expect(ben.sent.at(-1)?.agents?.[0]?.presence).toBe('offline')
  })
})
