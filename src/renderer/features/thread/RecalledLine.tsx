import type { Message } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, clockTime, fullTime, useLanguage, useNow } from '../../ui/index.ts'
import type { Given } from './given.ts'
import { useRecalled } from './recalled.ts'

export interface RecalledLineProps {
  readonly message: Message
  readonly own: boolean
  readonly author: string
  readonly onEdit: (given: Given) => void
}

/** Stands where a message was taken back; its author can write it again for a while (R-06-083, R-06-084). */
export const RecalledLine = ({ message, own, author, onEdit }: RecalledLineProps) => {
  const { t } = useTranslation('thread')
  const language = useLanguage()
  const kept = useRecalled(({ byId }) => byId.get(message.id))
  return (
    <p className="fy-line" title={fullTime(message.at, language)}>
      <span>{own ? t('recalled.own') : t('recalled.other', { name: author })}</span>{' '}
      <span className="fy-digits">{clockTime(message.at, language)}</span>
      {kept ? (
        <EditAgain
          until={kept.until}
          onEdit={() => {
            onEdit(kept)
          }}
        />
      ) : null}
    </p>
  )
}

const EditAgain = ({ until, onEdit }: { readonly until: number; readonly onEdit: () => void }) => {
  const { t } = useTranslation('thread')
  const now = useNow(10_000)
  return now >= until ? null : (
    <Button kind="quiet" onClick={onEdit}>
      {t('recalled.editAgain')}
    </Button>
  )
}
