import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, fullTime, useLanguage } from '../../ui/index.ts'
import { useBlocking } from './useBlocking.ts'

import './blockEntries.css'

/** Whom one blocked for oneself, and the way back for each. */
export const BlockListDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('customer')
  const language = useLanguage()
  const nameOf = useCustomerName()
  const list = useQuery('block-entries.own', {})
  const { change, busy, failure } = useBlocking()
  return (
    <Dialog
      title={t('ownBlock.list')}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t('ownBlock.done')}
        </Button>
      }
    >
      {list === null ? <p className="fy-secondary">{t('ownBlock.unknown')}</p> : null}
      {list?.entries.length === 0 ? <p className="fy-secondary">{t('ownBlock.empty')}</p> : null}
      {list && list.entries.length > 0 ? (
        <ul className="fy-block-list">
          {list.entries.map(({ customerId, name, number, at }) => (
            <li key={customerId}>
              <span>
                {nameOf(name, number)}
                <span className="fy-secondary">{fullTime(at, language)}</span>
              </span>
              <Button
                disabled={busy}
                aria-label={t('ownBlock.unblock', { name: nameOf(name, number) })}
                onClick={() => {
                  void change('block-entry.remove', customerId)
                }}
              >
                {t('block.unblock')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
