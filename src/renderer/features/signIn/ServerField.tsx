import { useState } from 'react'

import type { ServerFound } from '../../../client/api.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Field } from '../../ui/index.ts'

export interface ServerFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

type Outcome = { readonly found: ServerFound } | { readonly failure: string }

/** The address of the server, and what is found there. */
export const ServerField = ({ value, onChange }: ServerFieldProps) => {
  const { t } = useTranslation('signIn')
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const test = async (): Promise<void> => {
    setBusy(true)
    setOutcome(null)
    const answer = await run('server.test', { server: value })
    setBusy(false)
    setOutcome(answer.ok ? { found: answer.value } : { failure: errorText(answer.code, answer.details) })
  }
  return (
    <div className="fy-server">
      <Field label={t('server')}>
        <input
          type="url"
          inputMode="url"
          value={value}
          placeholder={t('serverExample')}
          spellCheck={false}
          maxLength={500}
          onChange={(event) => {
            onChange(event.target.value)
            setOutcome(null)
          }}
        />
      </Field>
      <Button
        disabled={busy || value.trim() === ''}
        onClick={() => {
          void test()
        }}
      >
        {busy ? t('connection.testing') : t('connection.test')}
      </Button>
      {outcome && 'failure' in outcome ? <ErrorLine text={outcome.failure} /> : null}
      <div role="status">{outcome && 'found' in outcome ? <Found found={outcome.found} /> : null}</div>
    </div>
  )
}

const Found = ({ found: { version, organizationName, isEncrypted } }: { readonly found: ServerFound }) => {
  const { t } = useTranslation('signIn')
  return (
    <p>
      {organizationName === null
        ? t('connection.found', { version })
        : t('connection.foundOf', { version, organization: organizationName })}{' '}
      {t(isEncrypted ? 'connection.encrypted' : 'connection.here')}
    </p>
  )
}
