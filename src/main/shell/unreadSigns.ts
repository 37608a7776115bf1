/** Everything outside of the window that says that something is unread: icon, badge, taskbar. */
import { app } from 'electron'

import type { ShellCounts } from '../../preload/contract.ts'
import { imageOf, type TrayIcon } from '../tray/tray.ts'
import { flashesAfter, NOTHING } from '../tray/trayState.ts'
import type { WorkbenchWindow } from '../windows/workbenchWindow.ts'
import type { ShellWords } from '../words.ts'
import { numberBadge } from './paint.ts'

export interface UnreadSigns {
  show(counts: ShellCounts): void
  /** The window is looked at. */
  seen(): void
  hasUnread(): boolean
}

export interface UnreadSignOptions {
  readonly tray: TrayIcon | undefined
  readonly window: () => WorkbenchWindow | undefined
  readonly words: () => ShellWords
}

export const createUnreadSigns = ({ tray, window, words }: UnreadSignOptions): UnreadSigns => {
  let counts = NOTHING
  let isFlashing = false
  return {
    show: (next) => {
      const shown = window()
      const isInSight = shown?.isInSight() ?? false
      isFlashing = flashesAfter({ counts, isInSight, isFlashing }, next)
      if (next.messages > counts.messages && !next.isQuiet) shown?.flash()
      if (next.unread !== counts.unread) {
        if (process.platform === 'win32')
          shown?.setOverlay(
            next.unread > 0 ? imageOf(numberBadge(next.unread)) : null,
            next.unread > 0 ? words().unread(next.unread) : '',
          )
        else app.setBadgeCount(next.unread)
      }
      counts = next
      tray?.show(counts)
      tray?.flash(isFlashing)
    },
    seen: () => {
      isFlashing = false
      tray?.flash(false)
    },
    hasUnread: () => counts.unread > 0,
  }
}
