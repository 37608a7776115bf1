import { referrerInfo, withCampaign } from '../entry/page.ts'
import { readToFrame, sealed, type PageInfo, type ToFrame, type ToPage } from '../shared/bridge.ts'

/** The page that carries the frame. */
export interface Host {
  tell(message: ToPage): void
}

/** Speaks with exactly one page of exactly one origin; whatever else arrives is not heard (reliability T8). */
export const connectHost = (origin: string, onMessage: (message: ToFrame) => void): Host => {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== origin) return
    const message = readToFrame(event.data)
    if (message) onMessage(message)
  })
  return {
    tell: (message) => {
      window.parent.postMessage(sealed(message), origin)
    },
  }
}

/** The same for a chat that is a page of its own. */
export const ownPage = (): PageInfo => ({
  url: withCampaign(location.href),
  // Its title is the name of the company, which it does not know yet, nor would it tell agents anything.
  title: '',
  referrer: referrerInfo(document.referrer),
  language: navigator.language,
})
