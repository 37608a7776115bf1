import { expect, it } from 'vitest'

import { poolEntryRow } from '../../../tests/support/modelRows.ts'
import { AgentServerFrame } from '../../protocol/wire/index.ts'
import { snapshotFrames } from './snapshotFrames.ts'

it('divides a large pool into parts that add up to it, in small frames', () => {
  const poolEntries = Array.from({ length: 1001 }, (_, n) => poolEntryRow(`s${n}`))
  const frames = snapshotFrames(7, [
    { scope: 'pool:*', rows: { poolEntries } },
    { scope: 'pool:group:main', rows: { poolEntries: [] } },
  ])
  expect(frames.length).toBeGreaterThan(1)
  const parts = frames.flatMap((text) => {
    const frame = AgentServerFrame.parse(JSON.parse(text))
    return frame.t === 'snapshot' ? frame.parts : []
  })
  const [other, ...pool] = parts.toReversed()
  expect(other).toEqual({ scope: 'pool:group:main', rows: { poolEntries: [] } })
  const inOrder = pool.toReversed()
  expect(inOrder.flatMap(({ rows }) => rows.poolEntries)).toEqual(poolEntries)
  expect(inOrder.map(({ adds }) => adds === true)).toEqual(inOrder.map((_, index) => index > 0))
  expect(inOrder.map(({ more }) => more === true)).toEqual(
    inOrder.map((_, index) => index < inOrder.length - 1),
  )
})
