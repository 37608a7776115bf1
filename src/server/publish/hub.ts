/**
 * Who gets what.
 *
 * The hub holds a room for each organisation in which somebody is connected and hands every commit to it. Which scopes
 * an agent follows, what a customer may see and who hears that somebody is typing is decided in this folder and nowhere
 * else. Rooms of different organisations share nothing.
 */
import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { AgentId, ConversationId, OrganizationId, Scope } from '../../protocol/model/index.ts'
import type { Committed } from '../engine/types.ts'
import type { FileLinks } from '../files/fileLinks.ts'
import type { AgentFollower } from './agentFollower.ts'
import { createAgentRoom, type AgentRoom, type Resume } from './agentRoom.ts'
import {
  createCustomerRoom,
  type CustomerFollower,
  type CustomerRoom,
  type SeenPage,
} from './customerRoom.ts'
import { createDirectory, type Directory } from './directory.ts'
import { itemOfEntry } from './logItem.ts'
import { createOnlineBoard, type OnlineBoard } from './onlineBoard.ts'
import { createPresenceBoard, type PresenceBoard } from './presenceBoard.ts'
import type { Position, PublishReads } from './publishReads.ts'
import { createViewingBoard, type ViewingBoard } from './viewingBoard.ts'

export interface Hub {
  committed(commit: Committed): void
  agents: {
    /** Sends what `welcome` must say first, then everything the client lacks, then `synced`. */
    enter(follower: AgentFollower, resume: Resume | null, welcome: Welcome): Promise<void>
    leave(follower: AgentFollower): void
    /** How far the log is, for `pong`. */
    revision(follower: AgentFollower): number
    typing(follower: AgentFollower, conversationId: ConversationId, on: boolean): void
    /** What the agent has open on that connection; null: nothing. */
    viewing(follower: AgentFollower, conversationId: ConversationId | null): void
    /** Ends the connections of one token. */
    signedOut(organizationId: OrganizationId, agentId: AgentId, tokenHash: string): void
  }
  customers: {
    /** The room of the follower's organisation, names known. */
    enter(follower: CustomerFollower): Promise<CustomerRoom>
    leave(follower: CustomerFollower): void
    older(follower: CustomerFollower, before: number): Promise<SeenPage>
    /** Ends the connections of a device that signed out of its account. */
    signedOut(organizationId: OrganizationId, account: string): void
    /** `text`: the beginning of what is being written; passed on where the company looks at it. */
    typing(follower: CustomerFollower, on: boolean, text?: string): void
  }
  /** Agents and customers that are connected now. */
  counts(): { readonly agents: number; readonly customers: number }
  stop(): void
}

export type Welcome = (mode: 'resumed' | 'resync', position: Position) => void

export interface HubOptions {
  readonly reads: PublishReads
  readonly links: FileLinks
  readonly clock: Clock
  readonly log: Logger
}

/** Customers keep a page open longer than agents look at a picture; a new connection brings new addresses. */
const CUSTOMER_LINK_MS = 6 * 60 * 60_000

interface Room {
  readonly agents: AgentRoom
  readonly customers: CustomerRoom
  readonly directory: Directory
  readonly presence: PresenceBoard
  readonly online: OnlineBoard
  readonly viewing: ViewingBoard
  /** Connections that are in the room or on their way into it. */
  holders: number
  stop(): void
}

export const createHub = ({ reads, links, clock, log }: HubOptions): Hub => {
  const rooms = new Map<OrganizationId, Room>()
  let agentCount = 0
  let customerCount = 0

  const roomOf = (organizationId: OrganizationId): Room => {
    const known = rooms.get(organizationId)
    if (known) return known
    const directory = createDirectory(organizationId, reads)
    const agents: AgentRoom = createAgentRoom({
      organizationId,
      reads,
      log,
      onGained: (follower, scopes) => {
        online.sendFor(follower, scopes)
      },
    })
    const customers = createCustomerRoom({
      organizationId,
      reads,
      clock,
      log,
      view: {
        agent: (agentId) => directory.find(agentId as AgentId),
        fileUrl: (fileId) => links.linkTo(organizationId, fileId, CUSTOMER_LINK_MS).url,
      },
    })
    const online = createOnlineBoard(clock, customers, (scope) => agents.followersOf(scope))
    const presence = createPresenceBoard({
      clock,
      log,
      read: () => reads.presence(organizationId),
      followers: () => agents.all(),
      followerCount: () => agents.count(),
    })
    const stop = (): void => {
      customers.stop()
      online.stop()
      presence.stop()
    }
    const viewing = createViewingBoard()
    const room: Room = { agents, customers, directory, presence, online, viewing, holders: 0, stop }
    rooms.set(organizationId, room)
    return room
  }

  const release = (organizationId: OrganizationId, room: Room): void => {
    room.holders -= 1
    if (room.holders > 0) return
    room.stop()
    rooms.delete(organizationId)
  }

  /** A disabled account loses its connections with the commit that disables it (R-01-060). */
  const closeDisabled = (room: Room, { entries }: Committed): void => {
    for (const entry of entries) {
      if (entry.event !== 'agent.changed' || !entry.payload.agent.disabled) continue
      for (const follower of [...room.agents.connectionsOf(entry.payload.agent.id)]) {
        follower.outlet.bye('disabled')
      }
    }
  }

  const sendAway = (room: Room): void => {
    for (const follower of [...room.agents.all()]) follower.outlet.bye('going-away')
  }

  return {
    committed: (commit) => {
      const room = rooms.get(commit.organizationId)
      if (!room) return
      const items = commit.entries.map(itemOfEntry)
      for (const item of items) {
        room.directory.apply(item)
        // People come and go, and capacities change, in the scope of everybody only.
        if (item.scope === 'org') room.presence.forget()
      }
      room.agents.deliver(items, commit.revision)
      room.customers.deliver(items)
      for (const signal of commit.signals) {
        if (signal.kind === 'presence') room.presence.changed(signal.agents)
        else if (signal.kind === 'customer-state') room.customers.stateChanged(signal.conversationId)
        else if (signal.kind === 'queue-moved') room.customers.queueMoved(signal.target)
        else if (signal.kind === 'history-renewed') sendAway(room)
        else if (signal.kind === 'log-rewritten') room.agents.logRewritten()
      }
      closeDisabled(room, commit)
    },
    agents: {
      enter: async (follower, resume, welcome) => {
        const { organizationId, agentId } = follower.principal
        // The room first: it collects what is committed while the position is being read.
        const room = roomOf(organizationId)
        room.holders += 1
        agentCount += 1
        const position = await reads.position(organizationId, agentId)
        const mode = await room.agents.enter(follower, position, resume)
        if (!follower.outlet.open) return
        welcome(mode, position)
        await room.presence.greet(follower)
        await room.agents.begin(follower)
        if (!follower.outlet.open) return
        follower.outlet.send(JSON.stringify({ t: 'synced', revision: room.agents.revisionFor(follower) }))
        room.online.sendFor(follower, follower.scopes)
      },
      leave: (follower) => {
        const { organizationId } = follower.principal
        const room = rooms.get(organizationId)
        agentCount -= 1
        if (!room) return
        room.viewing.left(follower)
        room.agents.leave(follower)
        release(organizationId, room)
      },
      revision: (follower) => rooms.get(follower.principal.organizationId)?.agents.revisionFor(follower) ?? 0,
      viewing: (follower, conversationId) => {
        rooms.get(follower.principal.organizationId)?.viewing.changed(follower, conversationId)
      },
      typing: (follower, conversationId, on) => {
        const { organizationId, agentId } = follower.principal
        const room = rooms.get(organizationId)
        const scope: Scope = `thread:${conversationId}`
        if (!room || !follower.scopes.has(scope)) return
        const frame = JSON.stringify({ t: 'typing', conversationId, agentId, on })
        for (const other of room.agents.followersOf(scope)) {
          if (other.principal.agentId !== agentId) other.outlet.send(frame)
        }
        const seen = JSON.stringify({ t: 'typing', on })
        for (const customer of room.customers.followersOf(conversationId)) customer.outlet.send(seen)
      },
      signedOut: (organizationId, agentId, tokenHash) => {
        const room = rooms.get(organizationId)
        for (const follower of [...(room?.agents.connectionsOf(agentId) ?? [])]) {
          if (follower.tokenHash === tokenHash) follower.outlet.bye('signed-out')
        }
      },
    },
    customers: {
      enter: async (follower) => {
        const room = roomOf(follower.principal.organizationId)
        room.holders += 1
        customerCount += 1
        room.customers.enter(follower)
        tellOnline(room, follower)
        await room.directory.ready()
        return room.customers
      },
      leave: (follower) => {
        const { organizationId } = follower.principal
        const room = rooms.get(organizationId)
        customerCount -= 1
        if (!room) return
        room.customers.leave(follower)
        tellOnline(room, follower)
        release(organizationId, room)
      },
      older: async ({ principal }, before) =>
        roomOf(principal.organizationId).customers.older(principal.conversationId, before),
      signedOut: (organizationId, account) => {
        rooms.get(organizationId)?.customers.signedOut(account)
      },
      typing: (follower, on, text) => {
        const { organizationId, conversationId } = follower.principal
        const seen = follower.showsTyped && on && text ? { text } : {}
        const frame = JSON.stringify({ t: 'typing', conversationId, agentId: null, on, ...seen })
        for (const agent of rooms.get(organizationId)?.agents.followersOf(`thread:${conversationId}`) ?? []) {
          agent.outlet.send(frame)
        }
      },
    },
    counts: () => ({ agents: agentCount, customers: customerCount }),
    stop: () => {
      for (const room of rooms.values()) room.stop()
      rooms.clear()
    },
  }
}

/** Whoever has an account is there in all their conversations, whichever they look at. */
const tellOnline = ({ online }: Room, { principal, others }: CustomerFollower): void => {
  online.changed(principal.conversationId)
  if (others) for (const id of others.keys()) online.changed(id)
}
