import type { Chat } from '../../../protocol/model/index.ts'
import { CHAT_LIMITS } from '../../../protocol/model/limits.ts'
import { useTranslation } from '../../translation/index.ts'
import { NameDialog } from '../../ui/index.ts'
import { useChatCommands } from './useChatCommands.ts'

/** Any member may; without a name the chat is called after its members again (R-09-056). */
export const RenameChat = ({ chat, onClose }: { readonly chat: Chat; readonly onClose: () => void }) => {
  const { t } = useTranslation('chats')
  const commands = useChatCommands()
  return (
    <NameDialog
      title={t('rename')}
      label={t('name')}
      name={chat.name ?? ''}
      limit={CHAT_LIMITS.name}
      placeholder={t('namePlaceholder')}
      optional
      failure={commands.failure}
      onSave={async (name) => commands.rename(chat.id, name)}
      onClose={onClose}
    />
  )
}
