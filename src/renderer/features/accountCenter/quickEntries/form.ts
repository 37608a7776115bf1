import {
  quickEntryProblem,
  type QuickEntries,
  type QuickEntry,
  type QuickEntryId,
  type QuickEntryProblem,
} from '../../../../protocol/model/index.ts'

export interface QuickEntriesForm {
  readonly entries: readonly QuickEntry[]
  readonly renewSecret: boolean
}

export const formOf = ({ entries }: QuickEntries): QuickEntriesForm => ({ entries, renewSecret: false })

export const newEntry = (id: string): QuickEntry => ({
  id: id as QuickEntryId,
  name: '',
  icon: 'globe',
  address: 'https://',
})

const NAME_LENGTH = 8

/** What keeps an entry from being saved; null: nothing. */
export const problemOf = ({ name, address }: QuickEntry): 'name' | QuickEntryProblem | null =>
  quickEntryProblem(address.trim()) ??
  (name.trim() === '' || name.trim().length > NAME_LENGTH ? 'name' : null)
