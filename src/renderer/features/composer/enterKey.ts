import type { KeyboardEvent } from 'react'

import type { SendKey } from '../actions/index.ts'

/** What a press of a key means to a field that sends; null: what it means to any field (R-06-070). */
export const meaningOfEnter = (
  { key, shiftKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  sendKey: SendKey,
): 'send' | 'break' | null => {
  if (key !== 'Enter' || shiftKey) return null
  const isModified = ctrlKey || metaKey
  if (sendKey === 'mod-enter') return isModified ? 'send' : null
  return isModified ? 'break' : 'send'
}
