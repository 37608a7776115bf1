/** Joins with the program what pages may do and where they lead. */
import { app, shell } from 'electron'

import type { MessageHandlers, RequestHandlers } from '../ipc/hearWindows.ts'
import { setAppMenu } from './appMenu.ts'
import { LINK_SCHEME } from './deepLink.ts'
import { createFrames } from './frames.ts'
import { isOpenable } from './links.ts'
import { lockDown } from './lockDown.ts'

export interface StartedPages {
  readonly messages: Pick<MessageHandlers, 'window.frames'>
  readonly requests: Pick<RequestHandlers, 'link.open'>
}

export const startPages = (): StartedPages => {
  const frames = createFrames()
  lockDown(frames)
  setAppMenu(process.platform)
  // A checkout started for development would take the scheme from the installed program.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  return {
    messages: { 'window.frames': ({ addresses }) => frames.allow(addresses) },
    requests: {
      'link.open': async (url) => {
        if (!isOpenable(url)) return false
        await shell.openExternal(url)
        return true
      },
    },
  }
}
