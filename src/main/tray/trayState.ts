/** What the icon in the notification area says. */
import type { ShellCounts } from '../../preload/contract.ts'

export type TrayState = 'idle' | 'waiting' | 'unread' | 'disconnected'

/** Before the window has told anything. */
export const NOTHING: ShellCounts = {
  isConnected: false,
  unread: 0,
  messages: 0,
  waiting: 0,
  isQuiet: false,
}

/** The gravest of what is true: what is not connected knows nothing of the rest. */
export const trayStateOf = ({ isConnected, unread, waiting }: ShellCounts): TrayState => {
  if (!isConnected) return 'disconnected'
  if (unread > 0) return 'unread'
  return waiting > 0 ? 'waiting' : 'idle'
}

export interface Flashing {
  readonly counts: ShellCounts
  /** Somebody can see the window. */
  readonly isInSight: boolean
  readonly isFlashing: boolean
}

/** Whether the icon flashes after `next`: something new came while nobody could see it (R-03-169), and may disturb. */
export const flashesAfter = ({ counts, isInSight, isFlashing }: Flashing, next: ShellCounts): boolean =>
  !isInSight &&
  !next.isQuiet &&
  next.unread > 0 &&
  (isFlashing || next.unread > counts.unread || next.messages > counts.messages)
