import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Chat } from '../../../protocol/model/index.ts'
import { CHAT_LIMITS } from '../../../protocol/model/limits.ts'
import { Button, Dialog, ErrorLine, Field } from '../../ui/index.ts'
import { useChatCommands } from './useChatCommands.ts'

/** Any member may; without a name the chat is called after its members again (R-09-056). */
export const RenameChat = ({ chat, onClose }: { readonly chat: Chat; readonly onClose: () => void }) => {
  const { t } = useTranslation('chats')
  const commands = useChatCommands()
  const form = useId()
  const [name, setName] = useState(chat.name ?? '')
  const save = async (): Promise<void> => {
    if (await commands.rename(chat.id, name)) onClose()
  }
  return (
    <Dialog
      title={t('rename')}
      width={360}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={t('name')}>
          <input
            value={name}
            maxLength={CHAT_LIMITS.name}
            placeholder={t('namePlaceholder')}
            onChange={(event) => {
              setName(event.target.value)
            }}
          />
        </Field>
        {commands.failure ? <ErrorLine text={commands.failure} /> : null}
      </form>
    </Dialog>
  )
}
