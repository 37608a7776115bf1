import { ContactRound, MessageSquareQuote, MessagesSquare, Route, type LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import type { ConversationId, Permission } from '../../../protocol/model/index.ts'
import type { ActionName } from '../actions/index.ts'
import { CustomerPanel } from '../customer/index.ts'
import { HistoryPanel } from '../history/index.ts'
import { TimelinePanel } from '../timeline/index.ts'
import { RepliesPanel } from './RepliesPanel.tsx'

export interface RightPanelProps {
  readonly view: ConversationView
  /** Shows a conversation, at a message of it where one is named. */
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
}

/** The words have a name for it. */
export type BuiltInMenu = 'profile' | 'timeline' | 'history' | 'replies'

export interface RightMenuEntry {
  readonly name: BuiltInMenu
  /** Null: it has no key of its own. */
  readonly action: ActionName | null
  readonly Icon: LucideIcon
  /** Null: everybody has it. */
  readonly permission: Permission | null
  readonly Panel: ComponentType<RightPanelProps>
}

/** What the right side can show, in the order of its menu (R-03-116); the first is there until another is chosen. */
export const MENUS: readonly RightMenuEntry[] = [
  { name: 'profile', action: 'profile', Icon: ContactRound, permission: null, Panel: CustomerPanel },
  {
    name: 'timeline',
    action: 'timeline',
    Icon: Route,
    permission: 'customer.timeline',
    Panel: TimelinePanel,
  },
  { name: 'history', action: 'history', Icon: MessagesSquare, permission: null, Panel: HistoryPanel },
  { name: 'replies', action: null, Icon: MessageSquareQuote, permission: null, Panel: RepliesPanel },
]
