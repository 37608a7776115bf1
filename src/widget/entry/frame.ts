import { readToPage, sealed, type ToFrame, type ToPage } from '../shared/bridge.ts'

/** The isolated window: another origin, in a sandbox (R-18-074). */
export interface EntryFrame {
  readonly element: HTMLIFrameElement
  tell(message: ToFrame): void
  remove(): void
}

/** The frame's origin differs from the page's, so scripts and same-origin together do not open the sandbox. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads'

export const createEntryFrame = (
  server: string,
  widgetId: string,
  title: string,
  onMessage: (message: ToPage) => void,
): EntryFrame => {
  const element = document.createElement('iframe')
  element.title = title
  element.setAttribute('sandbox', SANDBOX)
  element.setAttribute('allow', 'autoplay; microphone')
  element.setAttribute('referrerpolicy', 'origin')
  element.src = `${server}/widget/frame.html?widget=${widgetId}&origin=${encodeURIComponent(location.origin)}`
  const listen = (event: MessageEvent): void => {
    if (event.origin !== server || event.source !== element.contentWindow) return
    const message = readToPage(event.data)
    if (message) onMessage(message)
  }
  window.addEventListener('message', listen)
  return {
    element,
    tell: (message) => {
      element.contentWindow?.postMessage(sealed(message), server)
    },
    remove: () => {
      window.removeEventListener('message', listen)
      element.remove()
    },
  }
}
