import { create } from 'zustand'

import type { AgentId, ConversationId } from '../../../protocol/model/index.ts'
import { forgetAgent, keepInTab, readInTab } from '../../core/index.ts'
import { beginList } from '../conversations/index.ts'
import type { Jump } from '../thread/index.ts'
import { isNarrow } from './useRoom.ts'

/** What can lie over the columns; one at a time. */
export type PanelName = (typeof PANELS)[number]
const PANELS = ['pool', 'contacts', 'visitors', 'todos', 'running', 'saved', 'records'] as const

/** What the window shows; nothing of it is data. */
interface WorkbenchState {
  /** Whose window it is; null: not known yet. */
  readonly agentId: AgentId | null
  readonly openId: ConversationId | null
  readonly jump: Jump | null
  readonly panel: PanelName | null
  /** Null: not chosen; open where there is room. */
  readonly profileOpen: boolean | null
  /** It left the list with its session: if it was open, the next one is. */
  readonly left: ConversationId | null
}

const NOWHERE: WorkbenchState = {
  agentId: null,
  openId: null,
  jump: null,
  panel: null,
  profileOpen: null,
  left: null,
}

/** What is shown again after a reload of the tab; anything that reads otherwise is left out. */
const before = (): WorkbenchState => {
  const { agentId, openId, panel, profileOpen } = readInTab('place')
  return {
    ...NOWHERE,
    agentId: typeof agentId === 'string' ? (agentId as AgentId) : null,
    openId: typeof openId === 'string' ? (openId as ConversationId) : null,
    panel: PANELS.find((name) => name === panel) ?? null,
    // Where it lies over the conversation it would cover the composer of whoever comes back to write on.
    profileOpen: typeof profileOpen === 'boolean' && !(profileOpen && isNarrow()) ? profileOpen : null,
  }
}

export const useWorkbench = create<WorkbenchState>()(before)

useWorkbench.subscribe(({ agentId, openId, panel, profileOpen }) => {
  keepInTab('place', { agentId, openId, panel, profileOpen })
})

/** Where another agent was is nothing for this one. */
export const enterWorkbench = (agentId: AgentId): void => {
  if (useWorkbench.getState().agentId === agentId) return
  useWorkbench.setState({ ...NOWHERE, agentId })
  beginList()
  forgetAgent()
}

const set = useWorkbench.setState

export const openConversation = (id: ConversationId, seq: number | null = null): void => {
  set(({ jump }) => ({ openId: id, jump: seq === null ? null : { seq, nonce: (jump?.nonce ?? 0) + 1 } }))
}

export const closeConversation = (): void => {
  set({ openId: null, jump: null })
}

export const goOnAfter = (left: ConversationId | null): void => {
  set({ left })
}

export const showPanel = (panel: PanelName | null): void => {
  set({ panel })
}

export const showProfile = (profileOpen: boolean): void => {
  set({ profileOpen })
}
