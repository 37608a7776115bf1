import { expect, it } from 'vitest'

import type { ShellAlert } from '../../preload/contract.ts'
import { noteOf } from './note.ts'

const words = { reply: 'Answer', accept: 'Accept' }
const alert: ShellAlert = {
  conversationId: 'c1',
  sessionId: null,
  title: 'Wu Tong',
  text: 'Where is <b>it</b> & why?',
  textWhenLocked: false,
  canReply: true,
  silent: true,
}
const on = (platform: NodeJS.Platform, given: Partial<ShellAlert> = {}, isLocked = false) =>
  noteOf({ ...alert, ...given }, { isLocked, words, platform })

it('R-03-172 a note can be answered, and whoever waits accepted in it, where the system has such notes', () => {
  for (const platform of ['win32', 'darwin'] as const) {
    expect(on(platform)).toMatchObject({ hasReply: true, replyPlaceholder: 'Answer' })
    const waiting = on(platform, { sessionId: 's1', canReply: false })
    expect(waiting).toMatchObject({ actions: [{ type: 'button', text: 'Accept' }] })
    expect(waiting).not.toHaveProperty('hasReply')
  }
  for (const note of [on('linux'), on('linux', { sessionId: 's1' })])
    expect(Object.keys(note)).toEqual(['title', 'body', 'silent'])
})

it('R-03-172 on a locked screen a note says nothing of a text unless that is allowed', () => {
  expect(on('win32', {}, true).body).toBe('')
  expect(on('win32', { textWhenLocked: true }, true).body).toBe(alert.text)
})

it('what the notes of Linux could take for markup is none', () => {
  expect(on('linux').body).toBe('Where is ‹b>it‹/b> ＆ why?')
  expect(on('win32').body).toBe(alert.text)
})
