/**
 * What protects the local copy: `system`, the key store of the system; `password`, one that the agent has set, where the
 * system has no key store. `memory`: neither, so nothing is kept. `locked`: it waits for its password.
 */
export type CacheProtection = 'system' | 'password' | 'memory' | 'locked'

export interface CacheLockNews {
  readonly kind: 'cache-lock'
  readonly protection: CacheProtection
  /** How much was not sent yet when it was open last. */
  readonly unsent: number
}

export interface CacheLockRequests {
  /** Opens what is locked. False: by another password. */
  'cache.unlock': { args: [password: string]; result: boolean }
  /** Keeps a local copy from now on, behind this password. False: it could not be kept. */
  'cache.protect': { args: [password: string]; result: boolean }
  /** False: the former one is another. */
  'cache.change-password': { args: [change: CachePasswordChange]; result: boolean }
  /** The password is forgotten: what is locked is erased, and the program begins anew. */
  'cache.erase': { args: []; result: void }
}

export interface CachePasswordChange {
  readonly former: string
  readonly next: string
}
