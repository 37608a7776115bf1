import { expect, it } from 'vitest'

import type { ShellNews } from '../../../preload/contract.ts'
import { afterNews, START, type ShellState } from './shellState.ts'

const after = (...news: ShellNews[]): ShellState => news.reduce(afterNews, START)

it('a core that runs again is told once it had failed, and not at the start', () => {
  expect(after({ kind: 'core', state: 'running' })).toEqual(START)
  expect(after({ kind: 'core', state: 'restarting' })).toEqual({ ...START, core: 'restarting' })
  expect(after({ kind: 'core', state: 'stopped' }, { kind: 'core', state: 'running' })).toEqual({
    ...START,
    restored: 'core',
  })
})

it('of several links the last one counts', () => {
  const link = (id: string): ShellNews => ({ kind: 'link', link: { page: 'conversation', id } })
  expect(after(link('a'), { kind: 'window-restored' }, link('b'))).toEqual({
    ...START,
    restored: 'window',
    link: { page: 'conversation', id: 'b' },
  })
})

it('what was done with a note or the icon is known until it is followed', () => {
  const clicked = { kind: 'alert', conversationId: 'c1', sessionId: null, done: { kind: 'clicked' } } as const
  expect(after({ kind: 'show-unread' }, clicked).wish).toEqual(clicked)
})
