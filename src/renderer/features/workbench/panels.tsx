import type { ComponentType } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useLayer } from '../actions/index.ts'
import { ContactsButton, ContactsPanel } from '../contacts/index.ts'
import { PoolButton, PoolPanel } from '../pool/index.ts'
import { RecordsDoor, RecordsPanel } from '../records/index.ts'
import { TodosButton, TodosPanel } from '../reminders/index.ts'
import { RunningButton, RunningPanel } from '../running/index.ts'
import { SavedMessagesDoor, SavedMessagesPanel } from '../savedMessages/index.ts'
import { VisitorsButton, VisitorsPanel } from '../visitors/index.ts'
import { showPanel, useWorkbench, type PanelName } from './store.ts'

interface PanelEntry {
  readonly name: PanelName
  /**
   * At the bottom of the window, if there is anything to see of it. It offers the action that opens the panel, and decides
   * whether this agent has it.
   */
  readonly Button: ComponentType<{ readonly open: boolean; readonly onClick: () => void }>
  readonly Panel: ComponentType<{
    /** What is open and can be written into. */
    readonly openId: ConversationId | null
    readonly onOpen: (id: ConversationId, seq?: number | null) => void
    readonly onClose: () => void
  }>
}

/** What lies over the columns while it is needed, in the order of the buttons. */
const PANELS: readonly PanelEntry[] = [
  { name: 'pool', Button: PoolButton, Panel: PoolPanel },
  { name: 'contacts', Button: ContactsButton, Panel: ContactsPanel },
  { name: 'todos', Button: TodosButton, Panel: TodosPanel },
  { name: 'visitors', Button: VisitorsButton, Panel: VisitorsPanel },
  { name: 'running', Button: RunningButton, Panel: RunningPanel },
  { name: 'saved', Button: SavedMessagesDoor, Panel: SavedMessagesPanel },
  { name: 'records', Button: RecordsDoor, Panel: RecordsPanel },
]

export const PanelButtons = () => {
  const shown = useWorkbench(({ panel }) => panel)
  return PANELS.map(({ name, Button }) => (
    <Button
      key={name}
      open={shown === name}
      onClick={() => {
        showPanel(shown === name ? null : name)
      }}
    />
  ))
}

export interface OpenPanelProps {
  readonly openId: ConversationId | null
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
}

export const OpenPanel = ({ openId, onOpen }: OpenPanelProps) => {
  const shown = useWorkbench(({ panel }) => panel)
  const entry = PANELS.find(({ name }) => name === shown)
  useLayer(entry ? close : null)
  return entry ? <entry.Panel openId={openId} onOpen={onOpen} onClose={close} /> : null
}

const close = (): void => {
  showPanel(null)
}
