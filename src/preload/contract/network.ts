export interface NetworkSettings {
  readonly server: string | null
  readonly proxy: ProxyChoice
  /** An administrator set the proxy: it cannot be changed here. */
  readonly isManaged: boolean
}

export interface ProxyChoice {
  /** `script`: a proxy auto-configuration. */
  readonly mode: 'system' | 'none' | 'manual' | 'script'
  /** Of the proxy or the script; empty for the other two. */
  readonly address: string
  /** Hosts that are reached without it, as `*.example.com`, separated by commas; only for `manual`. */
  readonly except: string
}

export interface ProxyAnswer {
  readonly name: string
  readonly password: string
}

/** A proxy wants to know who this is; `isAgain`: what was said last is wrong. */
export interface ProxyNews {
  readonly kind: 'proxy-asks'
  readonly proxy: string
  readonly isAgain: boolean
}

/** Who this is, for the proxy that asked; null: nobody wants to say. */
export interface ProxyMessage {
  readonly kind: 'proxy.answer'
  readonly answer: ProxyAnswer | null
}

export interface NetworkRequests {
  /** How the program reaches the network, and the server that an administrator set. */
  'network.get': { args: []; result: NetworkSettings }
  /** Uses another proxy from now on. Answers false for one that cannot be used. */
  'network.choose': { args: [choice: ProxyChoice]; result: boolean }
}
