import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { Button, ErrorLine, Field } from '../../ui/index.ts'
import { LookButtons } from './LookButtons.tsx'

import './signIn.css'

export interface SignInPageProps {
  /** Where the page came from; empty in the desktop program. */
  readonly origin: string
  /** A one-time link was tried and refused. */
  readonly ticketFailure: string | null
}

/** The account is remembered, the password never. */
export const SignInPage = ({ origin, ticketFailure }: SignInPageProps) => {
  const { t } = useTranslation('signIn')
  const run = useRun()
  const errorText = useErrorText()
  const current = useQuery('account.current', {})
  const [last] = current?.remembered ?? []
  const [account, setAccount] = useState<string | null>(null)
  const [server, setServer] = useState<string | null>(null)
  const [publicComputer, setPublicComputer] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(ticketFailure)
  const password = useRef<HTMLInputElement>(null)

  const shownAccount = account ?? last?.account ?? ''
  const shownServer = server ?? last?.server ?? origin

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const secret = password.current?.value ?? ''
    if (busy || shownAccount.trim() === '' || secret === '') {
      setFailure(t('missing'))
      return
    }
    setBusy(true)
    setFailure(null)
    const answer = await run('account.sign-in', {
      server: shownServer.trim(),
      account: shownAccount.trim(),
      password: secret,
      publicComputer,
    })
    setBusy(false)
    if (answer.ok) return
    setFailure(errorText(answer.code, answer.details))
    password.current?.select()
  }

  return (
    <main className="fy-page">
      <form
        className="fy-card"
        aria-labelledby="sign-in-title"
        onSubmit={(event) => {
          void submit(event)
        }}
      >
        <h1 id="sign-in-title">{t('title')}</h1>
        <p className="fy-secondary">{t('subtitle')}</p>
        {current?.cause ? <ErrorLine text={errorText(current.cause)} /> : null}
        <Field label={t('account')}>
          <input
            name="username"
            autoComplete="username"
            value={shownAccount}
            autoFocus={shownAccount === ''}
            spellCheck={false}
            maxLength={64}
            onChange={(event) => {
              setAccount(event.target.value)
            }}
          />
        </Field>
        <Field label={t('password')}>
          <input
            ref={password}
            name="password"
            type="password"
            autoComplete="current-password"
            autoFocus={shownAccount !== ''}
            maxLength={256}
          />
        </Field>
        <label className="fy-tick">
          <input
            type="checkbox"
            checked={publicComputer}
            onChange={(event) => {
              setPublicComputer(event.target.checked)
            }}
          />
          <span>
            {t('publicComputer')}
            <span className="fy-secondary">{t('publicComputerHint')}</span>
          </span>
        </label>
        {failure ? <ErrorLine text={failure} /> : null}
        <Button kind="primary" large type="submit" disabled={busy}>
          {busy ? t('signingIn') : t('signIn')}
        </Button>
        <details className="fy-details" open={origin === '' && shownServer === ''}>
          <summary>{t('serverTitle')}</summary>
          <Field label={t('server')}>
            <input
              type="url"
              inputMode="url"
              value={shownServer}
              placeholder={t('serverExample')}
              spellCheck={false}
              onChange={(event) => {
                setServer(event.target.value)
              }}
            />
          </Field>
        </details>
      </form>
      <LookButtons />
    </main>
  )
}
