import { useState } from 'react'

import type { LanguageServiceName, ServiceTrial } from '../../../../protocol/model/index.ts'
import { useAsk } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, ErrorLine, plainText } from '../../../ui/index.ts'

export interface ServiceTryProps {
  readonly service: LanguageServiceName
  /** It is saved as it stands in the form. */
  readonly ready: boolean
}

/** Really asks a service that is saved, and tells what came back or why not. */
export const ServiceTry = ({ service, ready }: ServiceTryProps) => {
  const { t } = useTranslation('languageServices')
  const ask = useAsk()
  const [busy, setBusy] = useState(false)
  /** Undefined: nothing was tried yet; null: it could not be. */
  const [trial, setTrial] = useState<ServiceTrial | null | undefined>()
  const attempt = async (): Promise<void> => {
    setBusy(true)
    setTrial(await ask('language-services.try', { service }))
    setBusy(false)
  }
  return (
    <div className="fy-service-try">
      <div>
        <Button
          disabled={busy || !ready}
          onClick={() => {
            void attempt()
          }}
        >
          {t(busy ? 'trying' : `try.${service}`)}
        </Button>{' '}
        <span className="fy-secondary">{ready ? t(`tryHint.${service}`) : t('tryAfterSaving')}</span>
      </div>
      <div role="status">
        {trial === null ? <ErrorLine text={t('tryFailed')} /> : null}
        {trial ? <TrialResult service={service} trial={trial} /> : null}
      </div>
    </div>
  )
}

const TrialResult = ({
  service,
  trial: { text, ms, problem, status },
}: {
  readonly service: LanguageServiceName
  readonly trial: ServiceTrial
}) => {
  const { t } = useTranslation('languageServices')
  if (problem !== null) {
    const what =
      problem === 'refused' && status !== null ? t('refusedWith', { status }) : t(`problems.${problem}`)
    return <ErrorLine text={what} />
  }
  const result = text === '' ? t('works.silence') : t(`works.${service}`, { text: plainText(text) })
  return (
    <p>
      {result} <span className="fy-secondary fy-digits">{t('took', { ms })}</span>
    </p>
  )
}
