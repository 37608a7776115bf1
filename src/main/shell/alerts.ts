/**
 * Notes of the system, and what a person does with them.
 *
 * What they may say is decided by the window, which knows the settings; only whether somebody may be looking at a locked
 * screen is known here.
 */
import { Notification, powerMonitor } from 'electron'

import type { AlertNews, ShellAlert } from '../../preload/contract.ts'
import type { ShellWords } from '../words.ts'
import { noteOf } from './note.ts'

export interface Alerts {
  show(alert: ShellAlert): void
  /** Another agent is here: what was said to the former one is nobody's, and must not be answered. */
  closeAll(): void
}

export interface AlertOptions {
  readonly words: () => ShellWords
  readonly onDone: (news: AlertNews) => void
}

export const createAlerts = ({ words, onDone }: AlertOptions): Alerts => {
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
    closeAll: () => {
      for (const { note } of shown.values()) note.close()
      shown.clear()
    },
    show: (alert) => {
      const { conversationId, sessionId, textWhenLocked, text } = alert
      const key = keyOf(alert)
      shown.get(key)?.note.close()
      const note = new Notification(noteOf(alert, { isLocked, words: words(), platform: process.platform }))
      const forget = (): void => {
        if (shown.get(key)?.note === note) shown.delete(key)
      }
      const done = (what: AlertNews['done']): void => {
        forget()
        onDone({ kind: 'alert', conversationId, sessionId, done: what })
      }
      note.on('click', () => done({ kind: 'clicked' }))
      note.on('reply', ({ reply }) => done({ kind: 'replied', text: reply }))
      // There is one button at most.
      note.on('action', () => done({ kind: 'accepted' }))
      note.on('close', forget)
      shown.set(key, { note, isOpen: textWhenLocked || text === '' })
      note.show()
    },
  }
}

/** The newer note takes the place of the older one: of a conversation, and of those who wait. */
const keyOf = ({ conversationId, sessionId }: ShellAlert): string =>
  sessionId === null ? (conversationId ?? '') : 'waiting'
