import type { SavedMessageRow } from '../api.ts'
import { listSavedMessages } from '../store/savedMessages.ts'
import { LIST_MS, type QueryDefinition } from './definition.ts'

export const savedMessageQueries = {
  'saved-messages.list': {
    topics: () => ['saved-messages', 'customers', 'conversations', 'organization'],
    everyMs: LIST_MS,
    read: ({ store }, { text, kind, limit }) => {
      const all = listSavedMessages(store.cache)
      const wanted = text.trim().toLowerCase()
      const found = all.filter(
        (row) => (kind === null || row.body.kind === kind) && wordsOf(row).toLowerCase().includes(wanted),
      )
      return { rows: found.slice(0, limit), found: found.length, all: all.length }
    },
  },
} satisfies { 'saved-messages.list': QueryDefinition<'saved-messages.list'> }

const wordsOf = ({ body, senderName }: SavedMessageRow): string =>
  [senderName, ...(body.kind === 'text' ? [body.text] : [body.name, body.alt ?? ''])].join('\n')
