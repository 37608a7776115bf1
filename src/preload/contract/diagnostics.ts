export interface ShellDiagnostics {
  readonly version: string
  readonly electron: string
  readonly chrome: string
  readonly node: string
  readonly system: string
  /** Of the main process. */
  readonly memoryBytes: number
  /** Null: nothing keeps a key here. */
  readonly keyStore: string | null
  readonly proxy: string
  readonly log: readonly ShellLogLine[]
}

export interface ShellLogLine {
  readonly level: string
  readonly message: string
  readonly fields: Readonly<Record<string, string | number | boolean>>
}

export type DiagnosticMessage =
  /** Shows the folder of the logs. */
  | { readonly kind: 'logs.open' }
  /** The list stands on the screen: for the log of how long a start took. */
  | { readonly kind: 'start.list-painted' }

export interface DiagnosticRequests {
  /** What the shell knows for whoever looks for a fault. */
  'diagnostics.get': { args: []; result: ShellDiagnostics }
}
