import type { ConversationListArgs } from '../../../client/api.ts'
import type { ListCategory } from '../../../protocol/model/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { isFiltering } from './filters.ts'
import { useList } from './store.ts'

export interface ListChoice {
  /** What the list is asked for. */
  readonly args: ConversationListArgs
  readonly category: ListCategory
  readonly categories: readonly ListCategory[]
  readonly mode: 'all' | 'split'
  /** Who is in session stands apart (R-03-014). */
  readonly split: boolean
}

/** What the agent wants to see in the list, by what they chose there and in the settings. */
export const useListArgs = (): ListChoice => {
  const wanted = useList((state) => state.category)
  const tab = useList((state) => state.tab)
  const where = useList((state) => state.where)
  const categories = useAgentSetting('listCategories').value
  const mode = useAgentSetting('listMode').value
  const order = useAgentSetting('listOrder').value
  const category = categories.includes(wanted) ? wanted : (categories[0] ?? wanted)
  const split = mode === 'split' && category === 'customers'
  return {
    category,
    categories,
    mode,
    split,
    args: {
      filter: split ? tab : 'all',
      // Left out where it is the usual: then there is one answer for all who ask.
      ...(order === 'entry' && { order }),
      ...(isFiltering(where) && { where }),
    },
  }
}
