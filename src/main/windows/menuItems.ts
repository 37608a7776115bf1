/** What the menu of the other mouse button offers at a place: the clipboard, and spelling. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

import { isOpenable } from '../app/links.ts'
import type { ShellWords } from '../words.ts'

/** What of the place that was clicked decides. */
export type MenuPlace = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'linkURL' | 'misspelledWord' | 'dictionarySuggestions' | 'editFlags'
>

export interface MenuDeeds {
  readonly replace: (word: string) => void
  readonly learn: (word: string) => void
  readonly copyText: (text: string) => void
}

const LINE = { type: 'separator' } as const
const MOST_SUGGESTIONS = 5

/** Empty: there is nothing to be done at this place. */
export const menuOf = (
  place: MenuPlace,
  words: ShellWords['edit'],
  deeds: MenuDeeds,
): MenuItemConstructorOptions[] => {
  const { isEditable, selectionText, linkURL, editFlags } = place
  const edit = (role: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll', enabled: boolean) => ({
    role,
    label: words[role],
    enabled,
  })
  if (isEditable)
    return [
      ...spellingOf(place, words, deeds),
      edit('undo', editFlags.canUndo),
      edit('redo', editFlags.canRedo),
      LINE,
      edit('cut', editFlags.canCut),
      edit('copy', editFlags.canCopy),
      edit('paste', editFlags.canPaste),
      edit('selectAll', editFlags.canSelectAll),
    ]
  return [
    ...(selectionText.trim() === '' ? [] : [edit('copy', editFlags.canCopy)]),
    ...(isOpenable(linkURL) ? [{ label: words.copyLink, click: () => deeds.copyText(linkURL) }] : []),
  ]
}

const spellingOf = (
  { misspelledWord, dictionarySuggestions }: MenuPlace,
  words: ShellWords['edit'],
  { replace, learn }: MenuDeeds,
): MenuItemConstructorOptions[] => {
  if (misspelledWord === '') return []
  const suggested = dictionarySuggestions.slice(0, MOST_SUGGESTIONS)
  return [
    ...(suggested.length === 0 ? [{ label: words.noSuggestion, enabled: false }] : []),
    ...suggested.map((word) => ({ label: word, click: () => replace(word) })),
    { label: words.learn, click: () => learn(misspelledWord) },
    LINE,
  ]
}
