/** Joins with the program how it ends: not before the window was asked, and at once when the computer is switched off. */
import { app, powerMonitor } from 'electron'

import type { MessageHandlers } from '../ipc/hearWindows.ts'
import { createLeaving } from './leaving.ts'
import type { ShellTeller } from './shellNews.ts'

export interface Ending {
  /** Closing the window ends the program: may it? */
  mayClose(): boolean
  /** The program ends: nothing hides any more. */
  isSure(): boolean
  /** To be called when the program is ready. */
  hearSystem(): void
  /** `goOn`: the answer was no. */
  messages(goOn: () => void): Pick<MessageHandlers, 'window.quit'>
}

export const createEnding = (teller: Pick<ShellTeller, 'askQuit'>, showWindow: () => void): Ending => {
  let isSure = false
  const leaving = createLeaving(() => {
    const isAsked = teller.askQuit()
    if (isAsked) showWindow()
    return isAsked
  })
  app.on('before-quit', (event) => {
    if (leaving.mayLeave()) isSure = true
    else event.preventDefault()
  })
  app.on('window-all-closed', () => app.quit())
  return {
    mayClose: leaving.mayLeave,
    isSure: () => isSure,
    hearSystem: () => powerMonitor.on('shutdown', leaving.force),
    messages: (goOn) => ({
      'window.quit': ({ yes }) => {
        leaving.answered(yes)
        if (yes) app.quit()
        else goOn()
      },
    }),
  }
}
