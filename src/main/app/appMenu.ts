/**
 * The menu of the program. macOS needs one for the clipboard and for quitting; elsewhere there is none, and with it go
 * the keys that would load the page anew or open the tools of developers.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron'

export const setAppMenu = (platform: NodeJS.Platform): void =>
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(FOR_MAC) : null)

// The system says these in its own language.
const FOR_MAC: MenuItemConstructorOptions[] = [
  { role: 'appMenu' },
  { role: 'editMenu' },
  { role: 'windowMenu' },
]
