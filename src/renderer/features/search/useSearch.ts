import { useDeferredValue } from 'react'

import type { MessageFilter } from '../../../protocol/model/index.ts'
import { useAnswered, useQuery } from '../../core/index.ts'
import {
  accountSection,
  recentSection,
  searchSections,
  SHOWN_OF_EACH,
  SHOWN_OF_ONE,
  type SearchCategory,
  type SearchSection,
} from './entries.ts'

export interface Searched {
  /** What the results belong to; empty: nothing was typed. */
  readonly query: string
  readonly sections: readonly SearchSection[]
  /** The share of the messages that can be found already. */
  readonly indexed: number
  readonly searching: boolean
  /** What is shown is what this device has for the text as it stands now. */
  readonly settled: boolean
  readonly offline: boolean
}

/** What can be the number of an account. */
const NUMBER = /^[1-9]\d{0,11}$/u

/** What there is for the text; nothing is asked while nobody looks. */
export const useSearch = (
  text: string,
  category: SearchCategory,
  recent: readonly string[],
  open: boolean,
  filter: MessageFilter,
  unfolded: ReadonlySet<string>,
): Searched => {
  // Typing never waits for results.
  const query = useDeferredValue(text.trim())
  const asked = open ? query : ''
  // One more tells that there are more.
  const limit = category === 'all' ? SHOWN_OF_EACH + 1 : SHOWN_OF_ONE
  const args = { text: asked, limit, filter: category === 'messages' ? filter : null }
  const local = useQuery('search.local', args, { keep: true })
  const answered = useAnswered([['search.local', args]])
  const server = useQuery('search.server', args)
  const account = useQuery('contacts.by-number', { number: NUMBER.test(asked) ? Number(asked) : null })
  return {
    query,
    sections:
      asked === ''
        ? recentSection(recent)
        : [
            ...accountSection(account, category, local),
            ...searchSections(local, server?.messages ?? [], category, query, unfolded),
          ],
    indexed: local?.indexed ?? 1,
    searching: local === undefined,
    settled: query === text.trim() && answered,
    offline: server?.offline ?? false,
  }
}
