import { describe, expect, it } from 'vitest'

import { GROUP_DEFAULTS, type AgentId, type GroupId } from '../../../../protocol/model/index.ts'
import { OFFICE_HOURS } from '../hours/form.ts'
import { isSame } from '../isSame.ts'
import { argsOf, formOf, problemsOf } from './form.ts'

const ID = 'group' as GroupId
const members = ['anna', 'ben'] as AgentId[]
const group = { id: ID, name: 'Sales', memberIds: members, main: false, ...GROUP_DEFAULTS }

describe('the form of a reception group', () => {
  it('R-02-051 keeps what the group has, and adds nothing', () => {
    const { main: _main, version: _version, ...rest } = group
    expect(argsOf(formOf(group), ID, 1)).toEqual({ ...rest, version: 1 })
    const late = { ...group, timeoutTransfer: { minutes: 7, customerNote: 'Soon' } }
    expect(argsOf(formOf(late), ID, 1).timeoutTransfer).toEqual(late.timeoutTransfer)
    expect(isSame(formOf(group), formOf(group))).toBe(true)
    expect(isSame(formOf(group), formOf(late))).toBe(false)
    const own = { ...group, hours: OFFICE_HOURS, offHours: [{ kind: 'pending-pool' } as const] }
    expect(argsOf(formOf(own), ID, 1)).toMatchObject({ hours: own.hours, offHours: own.offHours })
  })

  it('R-02-051 names what is missing or beyond its limits', () => {
    const form = formOf(group)
    expect(problemsOf(form)).toEqual([])
    expect(problemsOf(formOf(null))).toEqual(['name', 'members'])
    expect(problemsOf({ ...form, name: 'x'.repeat(31) })).toEqual(['name-long'])
    const late = { ...form, late: true }
    expect(problemsOf({ ...late, memberIds: members.slice(0, 1) })).toEqual(['two-members'])
    for (const minutes of ['0', '61', '2.5', '', 'x'])
      expect(problemsOf({ ...late, minutes })).toEqual(['minutes'])
    expect(problemsOf({ ...late, customerNote: '长'.repeat(101) })).toEqual(['note'])
    expect(problemsOf({ ...form, offHours: [{ kind: 'text', text: '' }] })).toEqual(['off-hours'])
  })
})
