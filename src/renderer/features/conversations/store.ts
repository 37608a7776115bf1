import { create } from 'zustand'

import {
  LIST_CATEGORIES,
  type ConversationId,
  type ListCategory,
  type ListFilter,
} from '../../../protocol/model/index.ts'
import { keepInTab, readInTab } from '../../core/index.ts'

export type ListTab = 'in-session' | 'all'

/** What is seen of the list; nothing of it is data. */
interface ListState {
  readonly category: ListCategory
  readonly tab: ListTab
  readonly where: ListFilter
  /** The groups of the assistant are shown in the place of the list; how far that was scrolled. Null: they are not. */
  readonly assistant: { readonly scrollTop: number } | null
  /** The row the keyboard is on. */
  readonly activeId: ConversationId | null
  /** Rows that something is to be done with together. */
  readonly picked: ReadonlySet<ConversationId>
}

const NONE: ReadonlySet<ConversationId> = new Set()

const BEGINNING: ListState = {
  category: 'customers',
  tab: 'in-session',
  where: {},
  assistant: null,
  activeId: null,
  picked: NONE,
}

/** What is shown again after a reload of the tab; anything that reads otherwise is left out. */
const before = (): ListState => {
  const { category, tab } = readInTab('list')
  return {
    ...BEGINNING,
    category: LIST_CATEGORIES.find((one) => one === category) ?? BEGINNING.category,
    tab: tab === 'all' ? 'all' : BEGINNING.tab,
  }
}

export const useList = create<ListState>()(before)

let scrollTop = Number(readInTab('list')['scrollTop']) || 0

/** How far the list was scrolled before a reload or another page; told once, since the next list begins at its top. */
export const takeScroll = (): number => {
  const taken = scrollTop
  scrollTop = 0
  return taken
}

const keep = (): void => {
  const { category, tab } = useList.getState()
  keepInTab('list', { category, tab, scrollTop })
}
useList.subscribe(keep)

export const noteScroll = (top: number): void => {
  scrollTop = top
  keep()
}

/** How somebody else saw their list is nothing for this agent. */
export const beginList = (): void => {
  scrollTop = 0
  useList.setState(BEGINNING)
}

const set = useList.setState

export const showCategory = (category: ListCategory): void => {
  set({ category, assistant: null, picked: NONE })
}

export const showTab = (tab: ListTab): void => {
  set({ tab, assistant: null, picked: NONE })
}

export const filterBy = (where: ListFilter): void => {
  set({ where, picked: NONE })
}

export const enterAssistant = (scrollTopBefore: number): void => {
  set({ assistant: { scrollTop: scrollTopBefore }, picked: NONE })
}

/** Back to the list, as far down as it was (R-03-062). */
export const leaveAssistant = (activeId: ConversationId): void => {
  scrollTop = useList.getState().assistant?.scrollTop ?? 0
  set({ assistant: null, activeId, picked: NONE })
}

export const activate = (activeId: ConversationId): void => {
  set({ activeId })
}

export const pick = (ids: Iterable<ConversationId>): void => {
  const picked = new Set(ids)
  set((before) => (picked.size === 0 && before.picked.size === 0 ? before : { picked }))
}

export const pickNone = (): void => {
  set({ picked: NONE })
}
