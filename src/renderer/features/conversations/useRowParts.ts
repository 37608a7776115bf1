import { useAgentSetting } from '../settings/index.ts'
import type { RowParts } from './ConversationRowView.tsx'

/** What rows show beside the name, as the agent has set it up. */
export const useRowParts = (): RowParts => {
  const preview = useAgentSetting('listPreview').value
  const source = useAgentSetting('listSource').value
  const marks = useAgentSetting('listMarks').value
  const soonMs = useAgentSetting('waitingSoonSeconds').value * 1000
  const lateMs = useAgentSetting('waitingLateSeconds').value * 1000
  return { preview, source, marks, soonMs, lateMs }
}
