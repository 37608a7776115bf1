/** The menu of the other mouse button, where the page has none of its own. */
import { clipboard, Menu, session, type BrowserWindow } from 'electron'

import type { ShellWords } from '../words.ts'
import { menuOf } from './menuItems.ts'

export const showContextMenus = (window: BrowserWindow, words: () => ShellWords['edit']): void => {
  const { webContents } = window
  webContents.on('context-menu', (_event, place) => {
    const items = menuOf(place, words(), {
      replace: (word) => webContents.replaceMisspelling(word),
      learn: (word) => session.defaultSession.addWordToSpellCheckerDictionary(word),
      copyText: (text) => void clipboard.writeText(text),
    })
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
