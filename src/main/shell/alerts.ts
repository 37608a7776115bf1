/**
 * Notes of the system, and what a person does with them.
 *
 * What they may say is decided by the window, which knows the settings; only whether somebody may be looking at a locked
 * screen is known here.
 */
import { Notification, powerMonitor } from 'electron'

import type { ShellAlert } from '../../preload/contract.ts'

export interface Alerts {
  show(alert: ShellAlert): void
}

export interface AlertOptions {
  readonly replyWords: () => string
  /** A click: `reply` is null; or what was written into the note itself. */
  readonly answered: (conversationId: string | null, reply: string | null) => void
}

export const createAlerts = ({ replyWords, answered }: AlertOptions): Alerts => {
  let isLocked = false
  /** Kept while they are shown: a note that is not would never tell of its click. */
  const shown = new Map<string, { readonly note: Notification; readonly isOpen: boolean }>()
  powerMonitor.on('lock-screen', () => {
    isLocked = true
    for (const { note, isOpen } of shown.values()) if (!isOpen) note.close()
  })
  powerMonitor.on('unlock-screen', () => {
    isLocked = false
  })
  return {
    show: ({ conversationId, title, text, textWhenLocked, canReply }) => {
      const key = conversationId ?? ''
      // The newer note of a conversation takes the place of the older one.
      shown.get(key)?.note.close()
      const note = new Notification({
        title,
        body: isLocked && !textWhenLocked ? '' : withoutMarkup(text),
        // Sounds are played by the window, which counts them.
        silent: true,
        ...(canReply && { hasReply: true, replyPlaceholder: replyWords() }),
      })
      const forget = (): void => {
        if (shown.get(key)?.note === note) shown.delete(key)
      }
      note.on('click', () => {
        forget()
        answered(conversationId, null)
      })
      note.on('reply', ({ reply }) => {
        forget()
        answered(conversationId, reply)
      })
      note.on('close', forget)
      shown.set(key, { note, isOpen: textWhenLocked || text === '' })
      note.show()
    },
  }
}

/** Some notes of Linux take what looks like markup for markup; the text is a stranger's. */
const withoutMarkup = (text: string): string =>
  process.platform === 'linux' ? text.replaceAll('<', '‹').replaceAll('&', '＆') : text
