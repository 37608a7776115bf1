import { useState } from 'react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'

export interface NoticesProps {
  /** What is under way and takes its time. */
  readonly progress: string | null
  /** What came of accepting by key. */
  readonly report: string | null
  readonly onDismiss: () => void
}

/** What concerns the whole window. */
export const Notices = ({ progress, report, onDismiss }: NoticesProps) => {
  const { t } = useTranslation('workbench')
  const notices = useQuery('account.current', {})?.notices ?? []
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const open = notices.filter(({ code }) => !read.has(code))
  return (
    <>
      <div role="status">{progress ? <p className="fy-notice fy-secondary">{progress}</p> : null}</div>
      {report ? (
        <div className="fy-notice">
          <ErrorLine text={report}>
            <Button kind="quiet" onClick={onDismiss}>
              {t('understood')}
            </Button>
          </ErrorLine>
        </div>
      ) : null}
      {open.map(({ code }) => (
        <div key={code} className="fy-notice">
          <ErrorLine text={t(`notice.${code}`)}>
            <Button
              kind="quiet"
              onClick={() => {
                setRead(new Set([...read, code]))
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
