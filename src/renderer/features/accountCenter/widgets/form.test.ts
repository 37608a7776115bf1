import { expect, it } from 'vitest'

import { saveWidget } from '../../../../protocol/commands/widgets.ts'
import type { FileId, GroupId, WidgetId } from '../../../../protocol/model/index.ts'
import { isSame } from '../isSame.ts'
import { argsOf, formOf, PRESET_COLORS, problemsOf, type WidgetForm } from './form.ts'

const ID = 'w' as WidgetId
const form = (more: Partial<WidgetForm> = {}): WidgetForm => ({
  ...formOf(null),
  name: '商城',
  target: { kind: 'group', groupId: 'main' as GroupId },
  ...more,
})

it('gives back what it was made from, and what the server takes', () => {
  const args = argsOf(form({ title: '在线客服', origins: 'shop.example\n\n*.brand.example' }), ID, null)
  if (!args) throw new Error('the form should have no problem')
  expect(saveWidget.args.safeParse(args).success).toBe(true)
  expect(args.origins).toEqual(['shop.example', '*.brand.example'])
  const saved = { ...args, ownerId: null, updatedBy: null, updatedAt: 1, version: 3 }
  expect(argsOf(formOf(saved), ID, 3)).toEqual({ ...args, version: 3 })
  expect(isSame(formOf(saved), form())).toBe(false)
})

it('R-02-028 names, titles and texts have their limits, in full-width characters', () => {
  expect(problemsOf(form())).toEqual([])
  expect(problemsOf(form({ name: ' ' }))).toEqual(['name'])
  expect(problemsOf(form({ name: '长'.repeat(31) }))).toEqual(['name'])
  expect(problemsOf(form({ title: '八个字正好够用了' }))).toEqual([])
  expect(problemsOf(form({ title: '八个字正好够用了a' }))).toEqual(['title'])
  expect(problemsOf(form({ text: 'twenty latin letters' }))).toEqual([])
  expect(problemsOf(form({ text: 'twenty-one latin text' }))).toEqual(['text'])
  expect(problemsOf(form({ target: null }))).toEqual(['receiver'])
  expect(argsOf(form({ target: null }), ID, null)).toBe(null)
})

it('R-02-038 there are five colours to choose from, and any other can be typed', () => {
  expect(new Set(PRESET_COLORS).size).toBe(5)
  for (const color of [...PRESET_COLORS, '#123abc']) expect(problemsOf(form({ color }))).toEqual([])
})

it('says which figure, colour, element or site is wrong before it is sent', () => {
  expect(problemsOf(form({ color: 'red' }))).toEqual(['color'])
  expect(problemsOf(form({ iconSize: '39' }))).toEqual(['size'])
  expect(problemsOf(form({ web: { ...form().web, x: '-1' } }))).toEqual(['spot'])
  expect(problemsOf(form({ zIndex: '0' }))).toEqual(['z'])
  expect(problemsOf(form({ style: 'element' }))).toEqual(['selectors'])
  expect(problemsOf(form({ style: 'element', selectors: 'help\n.contact > a' }))).toEqual([])
  expect(problemsOf(form({ style: 'element', selectors: '*' }))).toEqual(['selectors'])
  expect(problemsOf(form({ origins: 'a b' }))).toEqual(['origins'])
  expect(problemsOf(form({ style: 'picture' }))).toEqual(['picture'])
  const drawn = { ...form().h5, pictureFileId: 'f' as FileId }
  expect(problemsOf(form({ style: 'picture', h5: drawn }))).toEqual([])
})
