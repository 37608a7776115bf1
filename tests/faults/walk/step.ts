/** What can happen on the walk, and who walks. */
import type { Result } from '../../../src/base/result.ts'
import type { AgentId } from '../../../src/protocol/model/index.ts'

interface Common {
  readonly name: string
  /** What each side should see, and whether it does. */
  readonly sight: () => Promise<Readonly<Record<string, boolean>>>
}

/** Somebody does something. */
export interface Deed extends Common {
  readonly kind: 'deed'
  /** On whose way the server is ended. */
  readonly command: string
  /** Before this it cannot be done. */
  readonly ready?: () => Promise<boolean>
  /** The code of what is in the way; null: done, or kept until it is. */
  readonly act: () => Promise<string | null>
}

/** Something happens by itself. */
export interface Due extends Common {
  readonly kind: 'due'
  /** Its time comes. */
  readonly come: () => Promise<void>
  /** In the database. */
  readonly happened: () => Promise<boolean>
}

export type Step = Deed | Due

/** Nothing came back: whoever did it looks, and does it again if it did not happen. */
export const LOST: readonly (string | null)[] = ['offline', 'timeout']

export const ANNA = 'agent-1' as AgentId
export const BEN = 'agent-2' as AgentId
export const ANNA_OUTWARD = '客服1'
export const BEN_OUTWARD = '客服2'

/** Null: it was done. */
export const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.code)
