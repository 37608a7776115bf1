import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Menu } from '../../ui/index.ts'
import type { FriendAction } from './friendActions.ts'
import { usePathWords } from './usePathWords.ts'

export interface PathMenuProps {
  readonly conversationId: ConversationId
  readonly actions: readonly FriendAction[]
  readonly onAction: (action: FriendAction) => void
  readonly onPath: (id: ConversationId) => void
}

/** The ways to a customer, the one that is open marked; what hinders this agent stands beside a way. */
export const PathMenu = ({ conversationId, actions, onAction, onPath }: PathMenuProps) => {
  const { t } = useTranslation('paths')
  const words = usePathWords()
  const answer = useQuery('paths.of', { conversationId })
  const paths = answer?.paths ?? []
  return (
    <Menu
      sections={[
        {
          key: 'paths',
          title: answer === null ? t('unknown') : t('ways'),
          items: paths.map((path) => {
            const isHere = path.conversationId === conversationId
            const hindrance = isHere ? null : path.hindrance
            return {
              key: `path:${path.conversationId}`,
              label: hindrance ? `${words.path(path)} (${t(`hindrance.${hindrance}`)})` : words.path(path),
              checked: isHere,
              // Whoever chooses what a colleague has is told by name, and may ask for it.
              disabled: hindrance !== null && hindrance !== 'has-colleague',
            }
          }),
        },
        {
          key: 'friends',
          items: actions.map((action) => ({
            key: action,
            label: t(`action.${action}`),
            danger: action === 'end',
          })),
        },
      ]}
      onChoose={(key) => {
        const path = paths.find((one) => key === `path:${one.conversationId}`)
        if (path) onPath(path.conversationId)
        else if (key === 'add' || key === 'end') onAction(key)
      }}
    />
  )
}
