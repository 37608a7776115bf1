/** Denies what no page of ours needs, for every page there will ever be (reliability T3). */
import { app, session, type WebContents } from 'electron'

import { APP_ORIGIN } from './assets.ts'

const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['notifications', 'clipboard-sanitized-write'])

const lockDownPage = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}

export const lockDown = (): void => {
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents))
  // Electron's own answer to a page that asks for a permission is yes.
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(ALLOWED_PERMISSIONS.has(permission)),
  )
  session.defaultSession.setPermissionCheckHandler((_contents, permission) =>
    ALLOWED_PERMISSIONS.has(permission),
  )
  session.defaultSession.on('will-download', (event, item) => {
    // Files are fetched by the client core, which knows what they are; a page that downloads by itself is not ours.
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}
