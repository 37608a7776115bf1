/** Denies what no page of ours needs, for every page there will ever be (reliability T3). */
import { app, session, type DownloadItem, type Session, type WebContents } from 'electron'

import { isAppOrigin, isAppPage, serverFileOf } from './assets.ts'
import type { Frames } from './frames.ts'

const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['notifications', 'clipboard-sanitized-write'])

const lockDownPage = (contents: WebContents, frames: Frames): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    const may = event.isMainFrame ? isAppPage(event.url) : frames.mayShow(event.url, event.frame?.url ?? '')
    if (!may) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    // Whatever leads on in a frame began with an allowed page.
    if (event.isMainFrame || !event.url.startsWith('https://')) event.preventDefault()
  })
}

const lockDownSession = (pages: Session, onDownload: (item: DownloadItem) => void): void => {
  // Electron's own answer to a page that asks for a permission is yes.
  pages.setPermissionRequestHandler((contents, permission, answer, details) => {
    // A voice is recorded; no page of ours has use for the camera.
    const wanted = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const isVoice = permission === 'media' && wanted.length > 0 && wanted.every((one) => one === 'audio')
    answer((isVoice || ALLOWED_PERMISSIONS.has(permission)) && isAppOrigin(contents.getURL()))
  })
  pages.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) => {
    const isVoice = permission === 'media' && mediaType === 'audio'
    return (isVoice || ALLOWED_PERMISSIONS.has(permission)) && isAppOrigin(origin)
  })
  pages.setDevicePermissionHandler(() => false)
  pages.on('will-download', (event, item) => {
    // Files of conversations, and what a page made itself, such as an export.
    const url = item.getURL()
    if (!url.startsWith('blob:') && serverFileOf(url) === undefined) event.preventDefault()
    else onDownload(item)
  })
}

/** `onDownload`: something that may be saved is. */
export const lockDown = (frames: Frames, onDownload: (item: DownloadItem) => void): void => {
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents, frames))
  lockDownSession(session.defaultSession, onDownload)
}
