import { describe, expect, it } from 'vitest'

import type { Scope } from '../../protocol/model/index.ts'
import type { LogItem } from './logItem.ts'
import { createRecentLog } from './recentLog.ts'

const item = (revision: number, scope: Scope): LogItem => ({
  revision,
  scope,
  event: 'message.sent',
  json: () => String(revision),
  payload: () => null,
})

/** Revisions `from` to `to`, the scopes taken in turns. */
const stretch = (from: number, to: number, scopes: readonly Scope[] = ['thread:a', 'thread:b']): LogItem[] =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const revision = from + index
    return item(revision, scopes[revision % scopes.length] ?? 'org')
  })

const revisions = (items: readonly LogItem[] | undefined): number[] | undefined =>
  items?.map(({ revision }) => revision)

describe('the recent log', () => {
  it('gives what was written to some scopes, in order, within the limits asked for', () => {
    const recent = createRecentLog(100)
    recent.append(stretch(11, 20, ['org', 'thread:a', 'thread:b']))
    const scopes = new Set<Scope>(['thread:b', 'org', 'thread:unknown'])
    expect(revisions(recent.read(scopes, 11, 18))).toEqual([12, 14, 15, 17, 18])
    recent.append(stretch(21, 22, ['thread:b']))
    expect(revisions(recent.read(scopes, 19, 22))).toEqual([20, 21, 22])
  })

  it('gives entries of all pools once to who follows all of them', () => {
    const recent = createRecentLog(100)
    recent.append([item(1, 'pool:group:g'), item(2, 'pool:agent:a'), item(3, 'org')])
    expect(revisions(recent.read(new Set(['pool:*', 'pool:group:g']), 0, 3))).toEqual([1, 2])
    expect(revisions(recent.read(new Set(['pool:group:g']), 0, 3))).toEqual([1])
  })

  it('says that it does not reach back, or not as far as asked', () => {
    const recent = createRecentLog(100)
    expect(recent.read(new Set(['org']), 0, 1)).toBeUndefined()
    recent.append(stretch(5, 8))
    expect(recent.read(new Set(['org']), 3, 8)).toBeUndefined()
    expect(recent.read(new Set(['org']), 4, 9)).toBeUndefined()
    recent.prepend(stretch(2, 4))
    expect(revisions(recent.read(new Set(['thread:a']), 1, 8))).toEqual([2, 4, 6, 8])
  })

  it('forgets the oldest beyond its capacity, and everything before a hole', () => {
    const recent = createRecentLog(1000)
    recent.append(stretch(1, 2000))
    const start = recent.start ?? 0
    expect(start).toBeGreaterThan(0)
    expect(start).toBeLessThanOrEqual(1000)
    const all = new Set<Scope>(['thread:a', 'thread:b'])
    expect(recent.read(all, start - 1, 2000)).toBeUndefined()
    expect(revisions(recent.read(all, start, 2000))).toHaveLength(2000 - start)
    recent.append(stretch(2002, 2003))
    expect(recent.start).toBe(2001)
    expect(revisions(recent.read(all, 2001, 2003))).toEqual([2002, 2003])
  })
})
