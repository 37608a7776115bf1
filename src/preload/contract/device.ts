/** What is set for the device and not for the agent; null: this computer has no such thing. */
export interface DeviceOptions {
  /** In per cent. */
  readonly zoom: number
  readonly openAtLogin: boolean | null
  /** Opened at login, the window stays hidden until somebody wants it. */
  readonly startHidden: boolean | null
  /** Closing the window hides it. */
  readonly closeToTray: boolean | null
  readonly spelling: boolean
  readonly spellingLanguages: readonly string[]
  /** The window is no part of a picture of the screen. */
  readonly hideForScreenshot: boolean
}

export type DeviceChanges = {
  readonly [N in keyof DeviceOptions]?: NonNullable<DeviceOptions[N]> | undefined
}

export interface DeviceNews {
  readonly kind: 'device'
  readonly options: DeviceOptions
  /** The languages that can be chosen from for spelling; none: the system knows them itself. */
  readonly languages: readonly string[]
}

/** Sets what holds for this device whoever signs in; how it is then comes as news. */
export interface DeviceMessage {
  readonly kind: 'device.change'
  readonly changes: DeviceChanges
}
