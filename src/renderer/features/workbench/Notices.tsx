import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useQuery } from '../../core/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'

export interface NoticesProps {
  /** What came of accepting by key. */
  readonly report: string | null
  readonly onDismiss: () => void
}

/** A line under the top bar for what concerns the whole window. */
export const Notices = ({ report, onDismiss }: NoticesProps) => {
  const { t } = useTranslation('workbench')
  const notices = useQuery('account.current', {})?.notices ?? []
  const [read, setRead] = useState<ReadonlySet<number>>(new Set())
  const open = notices.filter(({ at }) => !read.has(at))
  return (
    <>
      {report ? (
        <div className="fy-notice">
          <ErrorLine text={report}>
            <Button kind="quiet" onClick={onDismiss}>
              {t('understood')}
            </Button>
          </ErrorLine>
        </div>
      ) : null}
      {open.map(({ code, at }) => (
        <div key={at} className="fy-notice">
          <ErrorLine text={t(`notice.${code}`)}>
            <Button
              kind="quiet"
              onClick={() => {
                setRead(new Set([...read, at]))
              }}
            >
              {t('understood')}
            </Button>
          </ErrorLine>
        </div>
      ))}
    </>
  )
}
