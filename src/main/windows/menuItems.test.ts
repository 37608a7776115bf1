import { expect, it } from 'vitest'

import { wordsOf } from '../words.ts'
import { menuOf, type MenuPlace } from './menuItems.ts'

const labels = (place: Partial<MenuPlace>, did: string[] = []): readonly (string | undefined)[] => {
  const whole = {
    ...{ isEditable: false, selectionText: '', linkURL: '', misspelledWord: '', dictionarySuggestions: [] },
    editFlags: { canCopy: true, canPaste: true } as MenuPlace['editFlags'],
    ...place,
  }
  const items = menuOf(whole, wordsOf(() => 'en', '')().edit, {
    replace: (word) => void did.push(`replace ${word}`),
    learn: (word) => void did.push(`learn ${word}`),
    copyText: (text) => void did.push(`copy ${text}`),
  })
  for (const { click } of items) click?.({} as never, undefined, {} as never)
  return items.map(({ label, type }) => label ?? type)
}

it('a field has the clipboard, and a word that is spelled wrong its suggestions before it', () => {
  const edit = ['Undo', 'Redo', 'separator', 'Cut', 'Copy', 'Paste', 'Select all']
  expect(labels({ isEditable: true })).toEqual(edit)
  const did: string[] = []
  const wrong = { isEditable: true, misspelledWord: 'recieve', dictionarySuggestions: ['receive', 'relieve'] }
  expect(labels(wrong, did)).toEqual(['receive', 'relieve', 'Add to the dictionary', 'separator', ...edit])
  expect(did).toEqual(['replace receive', 'replace relieve', 'learn recieve'])
  expect(labels({ ...wrong, dictionarySuggestions: [] })[0]).toBe('No suggestions')
})

it('elsewhere there is what was selected and the link below, and else nothing at all', () => {
  const did: string[] = []
  expect(labels({ selectionText: 'x', linkURL: 'https://example.org/' }, did)).toEqual([
    ...['Copy', 'Copy the address of the link'],
  ])
  expect(did).toEqual(['copy https://example.org/'])
  expect(labels({ selectionText: ' ', linkURL: 'javascript:alert(1)' })).toEqual([])
})
