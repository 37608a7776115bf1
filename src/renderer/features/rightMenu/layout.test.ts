import { expect, it } from 'vitest'

import { inOrder, isShown, withTick } from './layout.ts'

const ALL = [
  { name: 'profile' },
  { name: 'timeline' },
  { name: 'history' },
  { name: 'entry:orders' },
] as const

it('R-03-117 the profile and the timeline cannot be left out, the others can', () => {
  const layout = ALL.reduce((so, { name }) => withTick(so, name, false), {
    order: [] as string[],
    hidden: [] as string[],
  })
  expect(ALL.filter(({ name }) => isShown(name, layout)).map(({ name }) => name)).toEqual([
    'profile',
    'timeline',
  ])
  expect(isShown('history', withTick(layout, 'history', true))).toBe(true)
})

it('what an agent has not put anywhere comes last', () => {
  const layout = { order: ['entry:orders', 'gone', 'timeline', 'profile'], hidden: [] }
  expect(inOrder(ALL, layout).map(({ name }) => name)).toEqual([
    'entry:orders',
    'timeline',
    'profile',
    'history',
  ])
})
