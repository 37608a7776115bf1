/** What a note of the system says, and what can be done in it: systems differ in both. */
import type { NotificationConstructorOptions } from 'electron'

import type { ShellAlert } from '../../preload/contract.ts'
import type { ShellWords } from '../words.ts'

export interface NoteSurroundings {
  readonly isLocked: boolean
  readonly words: Pick<ShellWords, 'reply' | 'accept'>
  readonly platform: NodeJS.Platform
}

export const noteOf = (
  { title, text, textWhenLocked, canReply, sessionId, silent }: ShellAlert,
  { isLocked, words, platform }: NoteSurroundings,
): NotificationConstructorOptions => {
  // Electron brings neither buttons nor fields into the notes of Linux.
  const hasControls = platform === 'darwin' || platform === 'win32'
  return {
    title,
    body: isLocked && !textWhenLocked ? '' : platform === 'linux' ? withoutMarkup(text) : text,
    silent,
    ...(hasControls && canReply && { hasReply: true, replyPlaceholder: words.reply }),
    ...(hasControls && sessionId !== null && { actions: [{ type: 'button', text: words.accept }] }),
  }
}

/** Some notes of Linux take what looks like markup for markup; the text is a stranger's. */
const withoutMarkup = (text: string): string => text.replaceAll('<', '‹').replaceAll('&', '＆')
