/** What can be done by a key while another program has the keyboard. */
export type SystemKeyName = 'screenshot' | 'oldestUnread' | 'showWindow' | 'acceptAnywhere'

/** As the table of actions writes combinations: `Mod+Alt+A`. */
export type SystemKeys = { readonly [N in SystemKeyName]: readonly string[] }

/** A key was pressed that is heard everywhere; what it shows by itself is shown already. */
export interface SystemKeyNews {
  readonly kind: 'system-key'
  readonly name: 'screenshot' | 'acceptAnywhere'
}

export interface KeyRequests {
  /** The keys that are heard in every program from now on. Answers with those that the system has given to another. */
  'keys.use': { args: [keys: SystemKeys]; result: readonly SystemKeyName[] }
}
