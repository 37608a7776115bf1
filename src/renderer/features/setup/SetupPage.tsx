import { Copy } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'

import type { SetupDone } from '../../../protocol/wire/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Field, useLanguage } from '../../ui/index.ts'
import { LookButtons } from '../signIn/index.ts'
import { requestSetup } from './setupRequest.ts'

export interface SetupPageProps {
  readonly origin: string
  readonly token: string
  readonly onDone: () => void
}

/** The first visit of a new server: an organisation, its administrator, its first agent. */
export const SetupPage = ({ origin, token, onDone }: SetupPageProps) => {
  const [done, setDone] = useState<SetupDone | null>(null)
  return (
    <main className="fy-page">
      {done ? <Done done={done} onDone={onDone} /> : <Form origin={origin} token={token} onDone={setDone} />}
      <LookButtons />
    </main>
  )
}

interface FormProps {
  readonly origin: string
  readonly token: string
  readonly onDone: (done: SetupDone) => void
}

const Form = ({ origin, token, onDone }: FormProps) => {
  const { t } = useTranslation('setup')
  const language = useLanguage()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(token === '' ? t('noToken') : null)

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string): string => {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    }
    setBusy(true)
    setFailure(null)
    const outcome = await requestSetup(origin, {
      token,
      organization: text('organization').trim(),
      language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      adminAccount: text('adminAccount').trim(),
      adminPassword: text('adminPassword'),
      agentAccount: text('agentAccount').trim(),
      agentName: text('agentName').trim(),
      agentPassword: text('agentPassword'),
    })
    setBusy(false)
    if (outcome.ok) onDone(outcome.done)
    else
      setFailure(
        outcome.code === 'ticket-used' || outcome.code === 'forbidden'
          ? t('usedToken')
          : errorText(outcome.code),
      )
  }

  return (
    <form
      className="fy-card"
      data-wide="true"
      aria-labelledby="setup-title"
      onSubmit={(event) => {
        void submit(event)
      }}
    >
      <h1 id="setup-title">{t('title')}</h1>
      <p className="fy-secondary">{t('subtitle')}</p>
      <Field label={t('organization')} hint={t('organizationHint')}>
        <input name="organization" required maxLength={64} autoFocus />
      </Field>
      <fieldset className="fy-form-rule">
        <legend>{t('admin')}</legend>
        <p className="fy-secondary">{t('adminHint')}</p>
        <AccountFields of="admin" />
      </fieldset>
      <fieldset className="fy-form-rule">
        <legend>{t('agent')}</legend>
        <p className="fy-secondary">{t('agentHint')}</p>
        <Field label={t('agentName')}>
          <input name="agentName" required maxLength={64} />
        </Field>
        <AccountFields of="agent" />
      </fieldset>
      {failure ? <ErrorLine text={failure} /> : null}
      <Button kind="primary" large type="submit" disabled={busy || token === ''}>
        {busy ? t('creating') : t('create')}
      </Button>
    </form>
  )
}

const Done = ({ done, onDone }: { readonly done: SetupDone; readonly onDone: () => void }) => {
  const { t } = useTranslation('setup')
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(done.snippet)
    setCopied(true)
  }
  return (
    <div className="fy-card" data-wide="true">
      <h1>{t('done', { name: done.organizationName })}</h1>
      <p>{t('snippetHint')}</p>
      <Field label={t('snippet')}>
        <textarea
          readOnly
          rows={3}
          value={done.snippet}
          onFocus={(event) => {
            event.target.select()
          }}
        />
      </Field>
      <Button
        onClick={() => {
          void copy()
        }}
      >
        <Copy aria-hidden="true" />
        <span role="status">{copied ? t('copied') : t('copy')}</span>
      </Button>
      <Button kind="primary" large onClick={onDone}>
        {t('signIn')}
      </Button>
    </div>
  )
}

/** With what one of the two accounts is signed in. */
const AccountFields = ({ of }: { readonly of: 'admin' | 'agent' }) => {
  const { t } = useTranslation('setup')
  return (
    <div className="fy-form-pair">
      <Field label={t('account')}>
        <input
          name={`${of}Account`}
          required
          minLength={3}
          maxLength={64}
          spellCheck={false}
          autoComplete="off"
        />
      </Field>
      <Field label={t('password')} hint={t('passwordHint')}>
        <input
          name={`${of}Password`}
          type="password"
          required
          minLength={8}
          maxLength={128}
          autoComplete="new-password"
        />
      </Field>
    </div>
  )
}
