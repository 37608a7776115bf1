import { expect, it } from 'vitest'

import { holdersOf, keysOf, withKey, withUsualKeys } from './bindings.ts'

it('R-03-190 a key that is given to another action is taken from the one that had it', () => {
  expect(holdersOf('Alt+E', {}, 'transfer')).toEqual(['endSession'])
  const own = withKey({}, 'transfer', 'Alt+E')
  expect([keysOf('transfer', own), keysOf('endSession', own)]).toEqual([['Alt+E'], []])
  expect(holdersOf('Alt+E', own, 'transfer')).toEqual([])
})

it('the usual keys come back as far as nobody else has them by now', () => {
  const own = withKey({}, 'transfer', 'Alt+E')
  expect(keysOf('endSession', withUsualKeys(own, 'endSession'))).toEqual([])
  const first = withUsualKeys(own, 'transfer')
  expect(keysOf('transfer', first)).toEqual(['Alt+T'])
  expect(withUsualKeys(first, 'endSession')).toEqual({})
})
