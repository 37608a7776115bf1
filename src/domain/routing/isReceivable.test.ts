import { describe, expect, it } from 'vitest'

import { isReceivable, type ReceptionFacts } from './isReceivable.ts'

const ready: ReceptionFacts = {
  disabled: false,
  permissions: new Set(['reception.receive', 'chat.external']),
  presence: 'online',
  online: true,
  reception: true,
  load: 9,
  capacity: 10,
  deviceReceives: true,
}

describe('R-02-063 an agent is receivable', () => {
  it('with everything in place', () => {
    expect(isReceivable(ready)).toBe(true)
  })

  const lacking: readonly [string, Partial<ReceptionFacts>][] = [
    ['while disabled', { disabled: true }],
    ['without the permission to receive', { permissions: new Set(['chat.external']) }],
    ['without the permission to talk', { permissions: new Set(['reception.receive']) }],
    ['while busy', { presence: 'busy' }],
    ['while suspended', { presence: 'suspended' }],
    ['while invisible', { presence: 'invisible' }],
    ['while away', { online: false }],
    ['with reception off', { reception: false }],
    ['on a mobile alone, where the company wants it so', { deviceReceives: false }],
    ['when full', { load: 10 }],
    ['above a lowered capacity', { load: 11 }],
  ]
  it.each(lacking)('but not %s', (_name, facts) => {
    expect(isReceivable({ ...ready, ...facts })).toBe(false)
  })
})
