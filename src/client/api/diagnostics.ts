import type { CacheNotice, ConnectionStatus } from './account.ts'

export interface DiagnosticQueries {
  /** How this core is doing, without a name, a text or a token (R-17-084). */
  'diagnostics.get': { args: Record<string, never>; result: Diagnostics }
}

export interface Diagnostics {
  readonly at: number
  readonly version: string
  readonly host: 'web' | 'desktop'
  readonly connection: ConnectionStatus
  /** Everybody who is signed in on this device. */
  readonly accounts: number
  readonly files: readonly FileSize[]
  readonly notices: readonly CacheNotice[]
  /** Which settings the agent has chosen, without what they chose. */
  readonly settings: readonly string[]
  /** What went wrong last, oldest first. */
  readonly errors: readonly RecentError[]
}

export interface FileSize {
  readonly name: 'own' | 'cache'
  readonly bytes: number
  readonly schema: number
  /** Rows by kind. */
  readonly rows: Readonly<Record<string, number>>
}

export interface RecentError {
  readonly at: number
  readonly level: 'warn' | 'error'
  readonly message: string
  readonly fields: Readonly<Record<string, string | number | boolean>>
}
