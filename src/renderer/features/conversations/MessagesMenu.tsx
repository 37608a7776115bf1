import { MessageSetting } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { ChoicesAt } from '../../ui/index.ts'
import type { RowMenuAt } from './RowMenu.tsx'
import { useRowCommands } from './useRowCommands.ts'

/** How the messages of a group come in (R-09-034). */
export const MessagesMenu = ({ at, onClose }: { readonly at: RowMenuAt; readonly onClose: () => void }) => {
  const { t } = useTranslation('chats')
  const commands = useRowCommands()
  return (
    <ChoicesAt
      at={at}
      label={t('messages.title')}
      sections={[
        {
          key: 'messages',
          items: MessageSetting.options.map((key) => ({
            key,
            label: t(`messages.${key}`),
            checked: key === at.row.messageSetting,
          })),
        },
      ]}
      onChoose={(key) => {
        if (key !== at.row.messageSetting) commands.setMessages([at.row], MessageSetting.parse(key))
      }}
      onClose={onClose}
    />
  )
}
