import type { AgentId, Me } from '../../protocol/model/index.ts'

/** Who is signed in on this device, and how it is connected. */
export interface AccountQueries {
  /** Who is signed in on this device, and which accounts it remembers. */
  'account.current': { args: Record<string, never>; result: CurrentAccount }
  'connection.status': { args: Record<string, never>; result: ConnectionStatus }
}

export interface RememberedAccount {
  readonly agentId: AgentId
  readonly organizationName: string
  readonly agentName: string
  readonly account: string
  readonly server: string
}

export interface CurrentAccount {
  /** `starting` while the local files are opened. */
  readonly state: 'starting' | 'signed-out' | 'signed-in'
  /** Why the last account was signed out, if not by the agent. */
  readonly cause: 'signed-out-elsewhere' | 'disabled' | null
  readonly account: RememberedAccount | null
  readonly me: Me | null
  readonly remembered: readonly RememberedAccount[]
  /** Told once each, in words: what happened to the local files. */
  readonly notices: readonly CacheNotice[]
}

/**
 * `memory`: nothing lasting could be opened. `newer`: a newer program wrote the cache; it was left untouched.
 *
 * `no-key-store`: nothing here protects a key, so nothing is kept. `key-lost`: the system no longer gives the key of earlier
 * files, which are kept as they are; `key-store-changed`: because another key store is in use. `key-found`: it gives
 * the key again, and what was unsent in them was taken over. `former-unreadable`: files from before could not be read.
 */
export interface CacheNotice {
  readonly code:
    | 'cache-repaired'
    | 'cache-moved-aside'
    | 'memory'
    | 'newer'
    | 'disk-full'
    | 'no-key-store'
    | 'key-lost'
    | 'key-store-changed'
    | 'key-found'
    | 'former-unreadable'
  readonly at: number
}

/** R-17-011. `since` is when the state began, by the local clock. */
export interface ConnectionStatus {
  readonly state: 'connecting' | 'syncing' | 'connected' | 'offline' | 'limited'
  readonly since: number
  /** When the next try happens, while offline. */
  readonly nextTryAt: number | null
  readonly reason: string | null
  /** Server time minus local time. */
  readonly clockOffsetMs: number
  readonly outbox: number
  /** Share of the first load that is done, 0…1, while syncing. */
  readonly progress: number | null
}
