import { expect, it } from 'vitest'

import type { HotKeys } from '../../../protocol/model/index.ts'
import { holdersOf, keysOf, withKey, withUsualKeys, type KeyChoice } from './bindings.ts'

const chosen = (own: HotKeys): KeyChoice => ({ own, sendKey: 'enter' })

it('R-03-190 a key that is given to another action is taken from the one that had it', () => {
  expect(holdersOf('Alt+E', chosen({}), 'transfer')).toEqual(['endSession'])
  const choice = chosen(withKey(chosen({}), 'transfer', 'Alt+E'))
  expect([keysOf('transfer', choice), keysOf('endSession', choice)]).toEqual([['Alt+E'], []])
  expect(holdersOf('Alt+E', choice, 'transfer')).toEqual([])
})

it('the usual keys come back as far as nobody else has them by now', () => {
  const choice = chosen(withKey(chosen({}), 'transfer', 'Alt+E'))
  expect(keysOf('endSession', chosen(withUsualKeys(choice, 'endSession')))).toEqual([])
  const first = withUsualKeys(choice, 'transfer')
  expect(keysOf('transfer', chosen(first))).toEqual(['Alt+T'])
  expect(withUsualKeys(chosen(first), 'endSession')).toEqual({})
})
