/** Joins with the program what pages may do and where they lead. */
import { existsSync } from 'node:fs'

import { app, shell } from 'electron'

import type { MessageHandlers, RequestHandlers } from '../ipc/hearWindows.ts'
import { createSavedFiles } from '../shell/savedFiles.ts'
import { setAppMenu } from './appMenu.ts'
import { LINK_SCHEME } from './deepLink.ts'
import { createFrames } from './frames.ts'
import { isOpenable } from './links.ts'
import { lockDown } from './lockDown.ts'
import type { ShellTeller } from './shellNews.ts'

export interface StartedPages {
  readonly messages: Pick<MessageHandlers, 'window.frames' | 'file.show-in-folder'>
  readonly requests: Pick<RequestHandlers, 'link.open'>
}

export const startPages = (teller: Pick<ShellTeller, 'savedFiles'>): StartedPages => {
  const frames = createFrames()
  const saved = createSavedFiles({
    onNews: teller.savedFiles,
    exists: existsSync,
    show: (path) => shell.showItemInFolder(path),
  })
  lockDown(frames, saved.onDownload)
  setAppMenu(process.platform)
  // A checkout started for development would take the scheme from the installed program.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  return {
    messages: {
      'window.frames': ({ addresses }) => frames.allow(addresses),
      'file.show-in-folder': ({ fileId }) => saved.showInFolder(fileId),
    },
    requests: {
      'link.open': async (url) => {
        if (!isOpenable(url)) return false
        await shell.openExternal(url)
        return true
      },
    },
  }
}
