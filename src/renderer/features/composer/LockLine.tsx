import { Lock as LockIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useQuery } from '../../core/index.ts'
import { Button } from '../../ui/index.ts'
import type { Lock } from './lock.ts'

/** Why sending is locked, and what helps; the text can be written meanwhile. */
export const LockLine = ({ lock, onAccept }: { readonly lock: Lock; readonly onAccept: () => void }) => {
  const { t } = useTranslation('composer')
  const organization = useQuery('organization.get', {})
  const text = (): string => {
    switch (lock.reason) {
      case 'no-permission':
        return t('lock.no-permission')
      case 'pending':
        return t('lock.pending')
      case 'other-agent':
        return t('lock.other-agent', {
          name: organization?.agents.find(({ id }) => id === lock.agentId)?.name ?? t('lock.somebody'),
        })
    }
  }
  return (
    <div className="fy-composer-lock" id="fy-composer-lock">
      <LockIcon aria-hidden="true" />
      <span>{text()}</span>
      {lock.reason === 'pending' ? (
        <Button kind="primary" onClick={onAccept}>
          {t('lock.accept')}
        </Button>
      ) : null}
    </div>
  )
}
