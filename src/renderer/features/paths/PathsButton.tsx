import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useKeptOpenOf, useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Floating, IconButton } from '../../ui/index.ts'
import { AddFriendDialog } from './AddFriendDialog.tsx'
import { AskTransfer } from './AskTransfer.tsx'
import { EndFriendDialog } from './EndFriendDialog.tsx'
import { friendActions } from './friendActions.ts'
import { PathMenu } from './PathMenu.tsx'
import { useStart } from './useStart.ts'

export interface PathsButtonProps {
  readonly view: ConversationView
  readonly name: string
  readonly onOpen: (id: ConversationId) => void
}

/** Beside the name: other ways to the same customer, and friendship (R-02-296, R-02-297). */
export const PathsButton = ({ view, name, onOpen }: PathsButtonProps) => {
  const { t } = useTranslation('paths')
  const me = useQuery('account.current', {})?.me ?? null
  const button = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState<'menu' | 'end' | null>(null)
  const [adding, setAdding] = useKeptOpenOf<ConversationId>('add-friend')
  const starting = useStart(onOpen)
  const { conversation } = view
  if (conversation.channel !== 'im' || !me) return null
  const close = (): void => {
    setShown(null)
  }
  return (
    <>
      <IconButton
        ref={button}
        label={t('ways')}
        aria-haspopup="menu"
        aria-expanded={shown === 'menu'}
        onClick={() => {
          setShown('menu')
        }}
      >
        <Plus />
      </IconButton>
      {shown === 'menu' ? (
        <Floating
          anchor={button}
          role="menu"
          label={t('ways')}
          side="below"
          align="start"
          onClose={() => {
            // A dialog that was chosen stays.
            setShown((now) => (now === 'menu' ? null : now))
          }}
        >
          <PathMenu
            conversationId={conversation.id}
            actions={friendActions(conversation, me)}
            onAction={(action) => {
              setShown(action === 'end' ? action : null)
              if (action === 'add') setAdding(conversation.id)
            }}
            onPath={(id) => {
              close()
              if (id !== conversation.id) void starting.start(id)
            }}
          />
        </Floating>
      ) : null}
      {adding === conversation.id ? (
        <AddFriendDialog
          conversation={conversation}
          name={name}
          onClose={() => {
            setAdding(null)
          }}
        />
      ) : null}
      {shown === 'end' ? (
        <EndFriendDialog conversation={conversation} name={name} me={me} onClose={close} />
      ) : null}
      {starting.refusal ? (
        <ErrorLine text={starting.refusal.text}>
          {starting.refusal.code === 'has-colleague' ? (
            <AskTransfer conversationId={starting.refusal.conversationId} />
          ) : null}
          <Button onClick={starting.dismiss}>{t('close')}</Button>
        </ErrorLine>
      ) : null}
    </>
  )
}
