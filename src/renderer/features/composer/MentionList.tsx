import { useTranslation } from '../../translation/index.ts'
import { CompletionList } from '../../ui/index.ts'
import type { Mentions } from './useMentions.ts'

/** Who fits behind a typed "@". */
export const MentionList = ({
  id,
  mentions: { found, active, choose },
  label,
}: {
  readonly id: string
  /** Whom the list holds; members of the chat where it is not said. */
  readonly label?: string
  readonly mentions: Mentions
}) => {
  const { t } = useTranslation('chats')
  return (
    <CompletionList
      id={id}
      label={label ?? t('members')}
      items={found}
      keyOf={({ id: agentId }) => agentId}
      active={active}
      onChoose={choose}
      line={({ name, account }) => (
        <>
          <span className="fy-cut">{name}</span>
          <span className="fy-secondary">{account}</span>
        </>
      )}
    />
  )
}
