/** Joins with the program what the system shows of it outside of the window: icon, badge, notes. */
import { app, Notification } from 'electron'

import icon from '../../../assets/icon.png?asset'
import type { ShellFile } from '../app/shellFile.ts'
import type { ShellTeller } from '../app/shellNews.ts'
import type { MessageHandlers } from '../ipc/hearWindows.ts'
import { createTray } from '../tray/tray.ts'
import type { WorkbenchWindow } from '../windows/workbenchWindow.ts'
import type { ShellWords } from '../words.ts'
import { createAlerts } from './alerts.ts'
import { createUnreadSigns } from './unreadSigns.ts'

export interface StartedSigns {
  /** There is an icon to come back by. */
  readonly hasTray: boolean
  /** In another language, or set otherwise. */
  drawAnew(): void
  /** Brings the window to the front, with what is unread longest. */
  showUnread(): void
  /** The window is looked at. */
  seen(): void
  /** Another agent is here. */
  closeNotes(): void
  /** Says once that a hidden window is not the end. */
  tellHidden(): void
  readonly messages: Pick<MessageHandlers, 'signs.counts' | 'signs.alert'>
}

export interface SignSurroundings {
  readonly memory: ShellFile
  readonly words: () => ShellWords
  readonly teller: Pick<ShellTeller, 'alert' | 'showUnread'>
  readonly window: () => WorkbenchWindow | undefined
  readonly setCloseToTray: (on: boolean) => void
}

export const startSigns = (surroundings: SignSurroundings): StartedSigns => {
  const { memory, words, teller, window, setCloseToTray } = surroundings
  const showWindow = (): void => window()?.show()
  const showUnread = (): void => {
    if (signs.hasUnread()) teller.showUnread()
    showWindow()
  }
  const tray = createTray(icon, words(), {
    closeToTray: () => memory.get().closeToTray,
    setCloseToTray,
    open: showWindow,
    click: showUnread,
    quit: () => app.quit(),
  })
  const signs = createUnreadSigns({ tray, window, words })
  const alerts = createAlerts({
    words,
    onDone: (news) => {
      teller.alert(news)
      // Whoever answers in the note goes on with what they do.
      if (news.done.kind !== 'replied') showWindow()
    },
  })
  return {
    hasTray: tray !== undefined,
    drawAnew: () => tray?.setWords(words()),
    showUnread,
    seen: signs.seen,
    closeNotes: alerts.closeAll,
    tellHidden: () => {
      if (memory.get().toldAboutTray) return
      memory.change({ toldAboutTray: true })
      const notification = new Notification({ title: words().stillRunning, body: words().stillRunningHint })
      notification.on('click', showWindow)
      notification.show()
    },
    messages: {
      'signs.counts': ({ counts }) => signs.show(counts),
      'signs.alert': ({ alert }) => alerts.show(alert),
    },
  }
}
