import { create } from 'zustand'

import type { ConversationId, SessionId } from '../../../protocol/model/index.ts'
import type { ListTab } from '../conversations/index.ts'
import type { Jump } from '../thread/index.ts'

/** What the window shows; nothing of it is data. */
interface WorkbenchState {
  readonly tab: ListTab
  readonly openId: ConversationId | null
  readonly jump: Jump | null
  readonly poolOpen: boolean
  readonly visitorsOpen: boolean
  /** Null: not chosen; open where there is room. */
  readonly profileOpen: boolean | null
  readonly cheatSheetOpen: boolean
  /** The session for which somebody else is being looked for. */
  readonly transferring: SessionId | null
  /** Hidden from the list for as long as it can be taken back. */
  readonly removing: { readonly id: ConversationId; readonly name: string } | null
}

export const useWorkbench = create<WorkbenchState>()(() => ({
  tab: 'in-session',
  openId: null,
  jump: null,
  poolOpen: false,
  visitorsOpen: false,
  profileOpen: null,
  cheatSheetOpen: false,
  transferring: null,
  removing: null,
}))

const set = useWorkbench.setState

export const openConversation = (id: ConversationId, seq: number | null = null): void => {
  set(({ jump }) => ({ openId: id, jump: seq === null ? null : { seq, nonce: (jump?.nonce ?? 0) + 1 } }))
}

export const closeConversation = (): void => {
  set({ openId: null, jump: null })
}

export const showTab = (tab: ListTab): void => {
  set({ tab })
}

export const showPool = (poolOpen: boolean): void => {
  set({ poolOpen, visitorsOpen: false })
}

export const showVisitors = (visitorsOpen: boolean): void => {
  set({ visitorsOpen, poolOpen: false })
}

export const showProfile = (profileOpen: boolean): void => {
  set({ profileOpen })
}

export const showCheatSheet = (cheatSheetOpen: boolean): void => {
  set({ cheatSheetOpen })
}

export const showTransfer = (transferring: SessionId | null): void => {
  set({ transferring })
}

export const startRemoving = (removing: WorkbenchState['removing']): void => {
  set(({ openId }) => ({ removing, ...(removing && openId === removing.id ? { openId: null } : {}) }))
}
