import type { Clock } from '../../base/clock.ts'
import type { Logger } from '../../base/logger.ts'
import type { AgentId, AgentPresence } from '../../protocol/model/index.ts'
import type { AgentFollower } from './agentFollower.ts'
import { nextTurn } from './outlet.ts'

/** Changes within this time travel together: at the start of a shift everybody's presence changes at once. */
const GATHER_MS = 100
/** And so much longer for everybody who is told: a thousand changes told to a thousand would be a million frames. */
const GATHER_MS_EACH = 1
/** Newcomers within this time who are told at once how everybody stands; after a restart everybody is a newcomer. */
const TOLD_AT_ONCE = 16
const TOLD_IN_A_TURN = 16
/** What is in memory is read again after this time: another process may have changed it. */
const KEEP_MS = 5_000

/** Tells the connected agents of one organisation about each other. */
export interface PresenceBoard {
  changed(agents: readonly AgentPresence[]): void
  /** Tells how everybody stands to one who has just come, or lets them wait with many others. */
  greet(follower: AgentFollower): Promise<void>
  /** People or capacities changed: what is in memory is no longer true. */
  forget(): void
  stop(): void
}

export interface PresenceBoardOptions {
  readonly clock: Clock
  readonly log: Logger
  readonly read: () => Promise<readonly AgentPresence[]>
  readonly followers: () => Iterable<AgentFollower>
  readonly followerCount: () => number
}

interface Everybody {
  readonly agents: Map<AgentId, AgentPresence>
  readonly readAt: number
  /** Tells of everybody. It may be older than the changes that wait: those are told to newcomers too. */
  frame: Buffer | undefined
}

export const createPresenceBoard = (options: PresenceBoardOptions): PresenceBoard => {
  const { clock, log, read, followers, followerCount } = options
  const waiting = new Map<AgentId, AgentPresence>()
  let newcomers: AgentFollower[] = []
  let greeted = 0
  let everybody: Promise<Everybody> | undefined
  /** The read that `everybody` stands for has ended. */
  let known: Everybody | undefined
  /** What was told while it had not. */
  let meanwhile: AgentPresence[] = []
  let cancel: (() => void) | undefined

  const load = async (): Promise<Everybody> => {
    const readAt = clock.now()
    const agents = new Map((await read()).map((agent) => [agent.agentId, agent]))
    for (const agent of meanwhile) agents.set(agent.agentId, agent)
    return { agents, readAt, frame: undefined }
  }
  const everybodyNow = async (): Promise<Everybody> => {
    if (known && clock.now() - known.readAt > KEEP_MS) forget()
    if (!everybody) {
      meanwhile = []
      const loading = load()
      everybody = loading
      loading.then(
        (loaded) => {
          if (everybody === loading) known = loaded
        },
        () => {
          if (everybody === loading) everybody = undefined
        },
      )
    }
    return everybody
  }
  const forget = (): void => {
    everybody = undefined
    known = undefined
  }

  const tellAll = async (to: readonly AgentFollower[]): Promise<void> => {
    const all = await everybodyNow()
    all.frame ??= frameOf([...all.agents.values()].map(outward))
    for (const follower of to) {
      follower.outlet.send(all.frame)
      sendOwn(follower, all.agents.get(follower.principal.agentId))
    }
  }

  const flush = (): void => {
    cancel = undefined
    greeted = 0
    const agents = [...waiting.values()]
    waiting.clear()
    if (known) known.frame = undefined
    if (agents.length > 0) {
      const shared = frameOf(agents.map(outward))
      const hidden = new Map(agents.filter(isHidden).map((agent) => [agent.agentId, agent]))
      // It ends long before the next frame is due, so that nobody gets the older one last.
      tellEach([...followers()], (follower) => {
        follower.outlet.send(shared)
        sendOwn(follower, hidden.get(follower.principal.agentId))
      }).catch((error: unknown) => {
        log.error('presence not told', { error })
      })
    }
    const late = newcomers
    newcomers = []
    if (late.length === 0) return
    tellAll(late).catch((error: unknown) => {
      log.error('presence not told', { error })
    })
  }
  const schedule = (): void => {
    cancel ??= clock.after(GATHER_MS + GATHER_MS_EACH * followerCount(), flush)
  }

  return {
    changed: (agents) => {
      for (const agent of agents) {
        waiting.set(agent.agentId, agent)
        known?.agents.set(agent.agentId, agent)
      }
      if (!known) meanwhile.push(...agents)
      schedule()
    },
    greet: async (follower) => {
      schedule()
      greeted += 1
      if (greeted > TOLD_AT_ONCE) newcomers.push(follower)
      else await tellAll([follower])
    },
    forget,
    stop: () => cancel?.(),
  }
}

/** A thousand at a stretch would keep everybody who comes meanwhile waiting for tens of milliseconds. */
const tellEach = async (
  followers: readonly AgentFollower[],
  tell: (follower: AgentFollower) => void,
): Promise<void> => {
  for (const [index, follower] of followers.entries()) {
    if (index > 0 && index % TOLD_IN_A_TURN === 0) await nextTurn()
    if (follower.outlet.open) tell(follower)
  }
}

const frameOf = (agents: readonly AgentPresence[]): Buffer =>
  Buffer.from(JSON.stringify({ t: 'presence', agents }))

const isHidden = ({ presence }: AgentPresence): boolean => presence === 'invisible'

/** Invisible means offline to everybody else, and offline is nobody on any device. */
const outward = (agent: AgentPresence): AgentPresence => {
  if (!isHidden(agent)) return agent
  const { device: _device, ...shown } = agent
  return { ...shown, presence: 'offline' }
}

/** Who is invisible knows it; everybody else got the truth with the others. */
const sendOwn = (follower: AgentFollower, own: AgentPresence | undefined): void => {
  if (own && isHidden(own)) follower.outlet.send(frameOf([own]))
}
