/** The agents of one organisation that are connected: what each commit brings to whom. */
import type { Logger } from '../../base/logger.ts'
import type { AgentId, OrganizationId, Scope } from '../../protocol/model/index.ts'
import { changedScope, scopesBefore, sees, type AgentFollower } from './agentFollower.ts'
import { logFrames, type LogItem } from './logItem.ts'
import { nextTurn } from './outlet.ts'
import type { Position, PublishReads } from './publishReads.ts'
import { createRecentLog } from './recentLog.ts'
import { snapshotFrames } from './snapshotFrames.ts'

/** Farther back than this a new copy is cheaper than the way (design section 3). */
const LONGEST_CATCH_UP = 200_000
const RECENT_ITEMS = 8_192
const CHUNK = 1_000

export interface AgentRoom {
  /** Decides between `resumed` and `resync`; `begin` then sends what is missing. */
  enter(follower: AgentFollower, position: Position, resume: Resume | null): Promise<'resumed' | 'resync'>
  /** Sends what is missing; resolves when the client is up to date, or gone. */
  begin(follower: AgentFollower): Promise<void>
  leave(follower: AgentFollower): void
  deliver(items: readonly LogItem[], revision: number): void
  /** Entries that were delivered say less now than they said. */
  logRewritten(): void
  followersOf(scope: Scope): Iterable<AgentFollower>
  connectionsOf(agentId: AgentId): Iterable<AgentFollower>
  all(): Iterable<AgentFollower>
  count(): number
  /** How far the client may believe to be. */
  revisionFor(follower: AgentFollower): number
}

export interface Resume {
  readonly epoch: string
  readonly revision: number
}

export interface AgentRoomOptions {
  readonly organizationId: OrganizationId
  readonly reads: PublishReads
  readonly log: Logger
  /** Called when a live connection has begun to follow scopes, snapshots sent. */
  readonly onGained: (follower: AgentFollower, scopes: readonly Scope[]) => void
}

/** The log no longer reaches back to where the client is. */
class LogTooShortError extends Error {}

export const createAgentRoom = ({ organizationId, reads, log, onGained }: AgentRoomOptions): AgentRoom => {
  const followers = new Set<AgentFollower>()
  const byScope = new Map<Scope, Set<AgentFollower>>()
  const byAgent = new Map<AgentId, Set<AgentFollower>>()
  const recent = createRecentLog(RECENT_ITEMS)
  /** Delivered to everybody who is live. */
  let published = 0
  /** Committed, as far as anybody has told; at least `published`. */
  let known = 0
  let filling: Promise<void> | undefined
  /** How often the log was rewritten. */
  let rewritten = 0

  const follow = (follower: AgentFollower, scope: Scope): void => {
    follower.scopes.add(scope)
    if (followers.has(follower)) addTo(byScope, scope, follower)
  }
  const unfollow = (follower: AgentFollower, scope: Scope): void => {
    follower.scopes.delete(scope)
    follower.gained.delete(scope)
    removeFrom(byScope, scope, follower)
  }

  /** Hands one entry to a follower: into its batch, and into its set of scopes. */
  const take = (follower: AgentFollower, item: LogItem, skip?: ReadonlySet<Scope>): void => {
    if (sees(follower, item.scope) && !skip?.has(item.scope) && !follower.gained.has(item.scope)) {
      follower.batch.push(item)
    }
    follower.cursor = item.revision
    if (item.scope !== follower.ownScope) return
    const scope = changedScope(item)
    if (!scope) return
    if (item.event === 'scope.lost') unfollow(follower, scope)
    else {
      follow(follower, scope)
      follower.gained.add(scope)
    }
  }

  /** One read for everybody who comes back at the same time. */
  const fillRecent = async (): Promise<void> => {
    const from = Math.max(0, (recent.start ?? known) - RECENT_ITEMS / 2)
    const before = rewritten
    const items = await reads.log(organizationId, from, RECENT_ITEMS / 2)
    // Read before it was rewritten: the next who comes back reads it again.
    if (before !== rewritten) return
    // Commits may have come meanwhile.
    const { start } = recent
    if (start === undefined) recent.append(items)
    else recent.prepend(items.filter((item) => item.revision <= start))
  }

  /** Whether the log after `revision` is in memory, or could be brought there for everybody. */
  const bringRecent = async (revision: number): Promise<boolean> => {
    const isThere = (): boolean => recent.start !== undefined && recent.start <= revision
    if (isThere() || known - revision > RECENT_ITEMS / 2) return isThere()
    filling ??= fillRecent().finally(() => {
      filling = undefined
    })
    await filling
    return isThere()
  }

  /** The follower's own `scope.followed` and `scope.lost` in that stretch. */
  const ownChanges = async (
    { ownScope, principal }: AgentFollower,
    after: number,
    upTo: number,
  ): Promise<readonly LogItem[]> =>
    recent.read(new Set([ownScope]), after, upTo)?.filter(changedScope) ??
    reads.scopeChanges(organizationId, principal.agentId, after, upTo)

  /** Sends the log up to `target`, without the scopes whose snapshot includes it. */
  const readTo = async (
    follower: AgentFollower,
    target: number,
    skip?: ReadonlySet<Scope>,
  ): Promise<void> => {
    while (follower.cursor < target && follower.outlet.open) {
      const inMemory = (await bringRecent(follower.cursor))
        ? recent.read(follower.scopes, follower.cursor, target)
        : undefined
      const items = inMemory ?? (await readLog(follower.cursor, target))
      for (const item of items) take(follower, item, skip)
      if (inMemory) follower.cursor = target
      const frames = logFrames(follower.batch)
      follower.batch = []
      for (const frame of frames) {
        follower.outlet.send(frame)
        await follower.outlet.drained()
      }
      follower.sent = follower.cursor
      // What came from memory took no time worth mentioning.
      if (!inMemory) await nextTurn()
    }
  }

  const readLog = async (after: number, upTo: number): Promise<readonly LogItem[]> => {
    const items = await reads.log(organizationId, after, CHUNK)
    if (items[0]?.revision !== after + 1) throw new LogTooShortError()
    return items.filter((item) => item.revision <= upTo)
  }

  const sendGained = async (follower: AgentFollower): Promise<void> => {
    const wanted = new Set(follower.gained)
    await follower.outlet.drained()
    const { revision, organization, parts } = await reads.snapshot(
      organizationId,
      follower.principal.agentId,
      [...wanted],
    )
    // A resync begins with the snapshot; everybody else gets the log up to its moment first.
    if (follower.cursor === UNKNOWN) follower.cursor = revision
    else await readTo(follower, revision, wanted)
    const still = parts.filter((part) => follower.gained.has(part.scope))
    for (const frame of [...organization, ...snapshotFrames(revision, still)]) {
      follower.outlet.send(frame)
      await follower.outlet.drained()
    }
    for (const scope of wanted) follower.gained.delete(scope)
    onGained(
      follower,
      still.map((part) => part.scope),
    )
  }

  const catchUp = async (follower: AgentFollower): Promise<void> => {
    while (follower.outlet.open) {
      if (follower.gained.size > 0) await sendGained(follower)
      else if (follower.cursor < known) await readTo(follower, known)
      else {
        follower.live = true
        return
      }
    }
  }

  const begin = async (follower: AgentFollower): Promise<void> => {
    try {
      await catchUp(follower)
    } catch (error) {
      // The client comes back and is told to start from a snapshot.
      const tooShort = error instanceof LogTooShortError
      if (!tooShort) log.error('catch-up failed', { organizationId, error })
      follower.outlet.bye(tooShort ? 'slow-consumer' : 'going-away')
    }
  }

  return {
    enter: async (follower, position, resume) => {
      known = Math.max(known, position.revision)
      const resumable =
        resume !== null &&
        resume.epoch === position.epoch &&
        resume.revision <= position.revision &&
        position.revision - resume.revision <= LONGEST_CATCH_UP &&
        (await reaches(resume.revision))
      if (resumable) {
        const changes = await ownChanges(follower, resume.revision, position.revision)
        for (const scope of scopesBefore(position.scopes, changes)) follower.scopes.add(scope)
        follower.cursor = resume.revision
        follower.sent = resume.revision
      } else {
        for (const scope of position.scopes) {
          follower.scopes.add(scope)
          follower.gained.add(scope)
        }
        follower.cursor = UNKNOWN
      }
      // The connection may have ended while all this was read.
      if (!follower.outlet.open) return 'resync'
      followers.add(follower)
      addTo(byAgent, follower.principal.agentId, follower)
      for (const scope of follower.scopes) addTo(byScope, scope, follower)
      return resumable ? 'resumed' : 'resync'
    },
    begin,
    leave: (follower) => {
      followers.delete(follower)
      removeFrom(byAgent, follower.principal.agentId, follower)
      for (const scope of follower.scopes) removeFrom(byScope, scope, follower)
    },
    logRewritten: () => {
      rewritten += 1
      recent.forget()
    },
    deliver: (items, revision) => {
      recent.append(items)
      published = revision
      known = Math.max(known, revision)
      const touched = new Set<AgentFollower>()
      for (const item of items) {
        for (const follower of byScope.get(item.scope) ?? []) offer(follower, item, touched)
        if (!item.scope.startsWith('pool:')) continue
        for (const follower of byScope.get('pool:*') ?? []) offer(follower, item, touched)
      }
      const frames = new Map<string, readonly Buffer[]>()
      // Who has to read first does so when the answers of this commit have left.
      for (const follower of touched) {
        sendShared(follower, frames)
        if (!follower.live) void nextTurn().then(async () => begin(follower))
      }
    },
    followersOf: (scope) => byScope.get(scope) ?? [],
    connectionsOf: (agentId) => byAgent.get(agentId) ?? [],
    all: () => followers,
    count: () => followers.size,
    revisionFor: (follower) => (follower.live ? Math.max(published, follower.cursor) : follower.sent),
  }

  async function reaches(revision: number): Promise<boolean> {
    if (revision >= known || (await bringRecent(revision))) return true
    const [first] = await reads.log(organizationId, revision, 1)
    return first?.revision === revision + 1
  }

  function offer(follower: AgentFollower, item: LogItem, touched: Set<AgentFollower>): void {
    if (!follower.live || item.revision <= follower.cursor) return
    take(follower, item)
    touched.add(follower)
    if (follower.gained.size > 0) follower.live = false
  }

  /** Connections that get the same entries of this commit get the same bytes. */
  function sendShared(follower: AgentFollower, frames: Map<string, readonly Buffer[]>): void {
    const { batch } = follower
    if (batch.length === 0) return
    const key = batch.map((item) => item.revision).join()
    const shared = frames.get(key) ?? logFrames(batch).map((frame) => Buffer.from(frame))
    frames.set(key, shared)
    follower.batch = []
    for (const frame of shared) follower.outlet.send(frame)
  }
}

/** Cursor of a client that starts from a snapshot. */
const UNKNOWN = -1

const addTo = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

const removeFrom = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const set = map.get(key)
  set?.delete(value)
  if (set?.size === 0) map.delete(key)
}
