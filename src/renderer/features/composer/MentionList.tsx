import { useTranslation } from 'react-i18next'

import { CompletionList } from '../../ui/index.ts'
import type { Mentions } from './useMentions.ts'

/** Who fits behind a typed "@". */
export const MentionList = ({
  id,
  mentions: { found, active, choose },
}: {
  readonly id: string
  readonly mentions: Mentions
}) => {
  const { t } = useTranslation('chats')
  return (
    <CompletionList
      id={id}
      label={t('members')}
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
