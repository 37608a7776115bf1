import { useAsk } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ChoicesAt } from '../../ui/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { assistantRows } from './assistant.ts'
import type { RowMenuAt } from './RowMenu.tsx'
import { useRowCommands } from './useRowCommands.ts'

/** The menu of the group assistant's row; without it every group stands in the list again, and stays silent (R-03-063). */
export const AssistantMenu = ({ at, onClose }: { readonly at: RowMenuAt; readonly onClose: () => void }) => {
  const { t } = useTranslation('conversations')
  const ask = useAsk()
  const commands = useRowCommands()
  const { value: pinned, save: pin } = useAgentSetting('assistantPinned')
  const remove = async (): Promise<void> => {
    // Also those that a filter hides.
    const rows = assistantRows(await ask('conversations.list', { filter: 'all' }))
    commands.setMessages(rows, 'silent')
  }
  return (
    <ChoicesAt
      at={at}
      label={t('assistant.title')}
      sections={[
        {
          key: 'assistant',
          items: [
            { key: 'pin', label: t(pinned ? 'assistant.unpin' : 'assistant.pin') },
            { key: 'remove', label: t('assistant.remove') },
          ],
        },
      ]}
      onChoose={(key) => {
        if (key === 'pin') pin(!pinned)
        else void remove()
      }}
      onClose={onClose}
    />
  )
}
