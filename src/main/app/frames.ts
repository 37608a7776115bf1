/** Which pages of others may stand in a frame of ours: those the company has put into the right menu. */
export interface Frames {
  allow(addresses: readonly string[]): void
  /** `from`: what the frame shows now; empty: nothing yet. */
  mayShow(url: string, from: string): boolean
}

/** Nothing may stand in a frame until somebody says so. */
export const createFrames = (): Frames => {
  let origins: ReadonlySet<string> = new Set()
  const isAllowed = (url: string): boolean => origins.has(originOf(url))
  return {
    allow: (addresses) => {
      origins = new Set(addresses.map(originOf).filter((origin) => origin.startsWith('https://')))
    },
    // A page leads on to others of its own, such as the one to sign in at; it cannot be begun with those.
    mayShow: (url, from) =>
      isAllowed(url) || (url.startsWith('https://') && from.startsWith('https://') && origins.size > 0),
  }
}

const originOf = (url: string): string => URL.parse(url)?.origin ?? ''
