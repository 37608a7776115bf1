import type { QuickReplyView } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'
import { ChoicesAt } from '../../ui/index.ts'
import { useLibraries } from './useLibraries.ts'

export interface ReplyMenuAt {
  readonly reply: QuickReplyView
  readonly x: number
  readonly y: number
}

export interface ReplyMenuProps {
  readonly at: ReplyMenuAt
  readonly replies: readonly QuickReplyView[]
  readonly onEdit: (reply: QuickReplyView) => void
  readonly onFailure: (sentence: string | null) => void
  readonly onClose: () => void
}

/** What can be done to one reply. */
export const ReplyMenu = ({ at, replies, onEdit, onFailure, onClose }: ReplyMenuProps) => {
  const { reply } = at
  const { t } = useTranslation('quickReplies')
  const { move, remove } = useLibraries()
  const group = replies.filter(
    ({ ownerId, groupName }) => ownerId === reply.ownerId && groupName === reply.groupName,
  )
  const place = group.findIndex(({ id }) => id === reply.id)
  const choose = async (key: string): Promise<void> => {
    if (key === 'edit') onEdit(reply)
    else if (key === 'up') onFailure(await move(reply, group[place - 1] ?? null))
    else if (key === 'down') onFailure(await move(reply, group[place + 2] ?? null))
    else onFailure(await remove(reply))
  }
  return (
    <ChoicesAt
      at={at}
      label={reply.title}
      align="end"
      sections={[
        {
          key: 'reply',
          items: [
            { key: 'edit', label: t('edit') },
            { key: 'up', label: t('moveUp'), disabled: place <= 0 },
            { key: 'down', label: t('moveDown'), disabled: place === group.length - 1 },
            { key: 'remove', label: t('remove'), danger: true },
          ],
        },
      ]}
      onChoose={(key) => {
        void choose(key)
      }}
      onClose={onClose}
    />
  )
}
