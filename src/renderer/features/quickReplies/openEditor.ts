import type { QuickReplyId } from '../../../protocol/model/index.ts'
import type { LibraryName } from './useLibraries.ts'

/** Under this name it is kept that the editor is open. */
export const OPEN_EDITOR = 'quick-reply'

/** What the editor is open about; `id` null: a new one. */
export interface OpenEditor {
  readonly id: QuickReplyId | null
  readonly library: LibraryName
}

export const isOpenEditor = (about: unknown): about is OpenEditor => {
  if (typeof about !== 'object' || about === null) return false
  const { id, library } = about as Readonly<Record<string, unknown>>
  return (id === null || typeof id === 'string') && (library === 'own' || library === 'company')
}
