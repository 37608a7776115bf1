/** The operating system's key store, as far as a profile needs it. */
export interface KeyStore {
  /** What protects what is wrapped, by name; null: nothing does. */
  backend(): Promise<string | null>
  wrap(secret: Uint8Array): Promise<Uint8Array>
  /** Rejects when the store cannot read it. `isStale`: it should be wrapped anew, as the store has a newer key of its own. */
  unwrap(wrapped: Uint8Array): Promise<{ readonly secret: Uint8Array; readonly isStale: boolean }>
}
