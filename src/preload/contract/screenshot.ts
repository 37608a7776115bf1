export interface ScreenSource {
  readonly id: string
  readonly name: string
  readonly kind: 'screen' | 'window'
}

export type Screenshot =
  | {
      readonly kind: 'taken'
      readonly width: number
      readonly height: number
      /** Rows from the top, four bytes for each pixel, blue first. */
      readonly pixels: Uint8Array
      readonly source: string
      /** What else a picture can be taken of. */
      readonly sources: readonly ScreenSource[]
    }
  /** `denied`: the system does not let this program see the screen. */
  | { readonly kind: 'denied' | 'failed' }

export interface ScreenshotRequests {
  /** A picture of the screen that the mouse is on, or of the source with this id. */
  'screenshot.take': { args: [source: string | null]; result: Screenshot }
}
