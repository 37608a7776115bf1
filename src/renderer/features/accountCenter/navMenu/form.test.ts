import { expect, it } from 'vitest'

import { actionOf, newGroup, newItem, withChanged } from './form.ts'

it('an entry keeps what was filled in while its action stays of one kind', () => {
  const text = { kind: 'text', text: '周一至周五' } as const
  expect(actionOf('text', text)).toBe(text)
  expect(actionOf('person', text)).toEqual({ kind: 'person', target: null })
  expect(actionOf('page', text)).toEqual({ kind: 'page', url: 'https://' })
})

it('changes one entry and leaves the others', () => {
  const list = [newItem('one'), newGroup('two')]
  const changed = withChanged(list, { ...newGroup('two'), title: '售后' })
  expect(changed[0]).toBe(list[0])
  expect(changed[1]).toEqual({ id: 'two', title: '售后', items: [] })
})
