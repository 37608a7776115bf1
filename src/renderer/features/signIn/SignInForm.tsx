import { useRef, useState, type ReactNode, type SubmitEvent } from 'react'

import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Field } from '../../ui/index.ts'
import { ServerField } from './ServerField.tsx'
import { useKnownServer } from './useKnownServer.ts'

import './signIn.css'

export interface SignInFormProps {
  /** Shown until somebody writes another one. */
  readonly account: string
  /** Somebody is signed in and stays so: with nothing kept here there would be no way back to them. */
  readonly isBeside: boolean
  /** What was tried before, and why it failed. */
  readonly failure: string | null
}

/** Account, password and server. The account is remembered, the password never. */
export const SignInForm = ({ account: last, isBeside, failure: before }: SignInFormProps) => {
  const { t } = useTranslation('signIn')
  const run = useRun()
  const errorText = useErrorText()
  const [known, remember] = useKnownServer()
  const [account, setAccount] = useState<string | null>(null)
  const [server, setServer] = useState<string | null>(null)
  const [publicComputer, setPublicComputer] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(before)
  const password = useRef<HTMLInputElement>(null)

  const shownAccount = account ?? last
  const shownServer = server ?? known

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
    if (answer.ok) {
      remember(shownServer.trim())
      return
    }
    setFailure(errorText(answer.code, answer.details))
    password.current?.select()
  }

  return (
    <form
      className="fy-sign-in"
      aria-label={t('title')}
      onSubmit={(event) => {
        void submit(event)
      }}
    >
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
      {isBeside ? null : (
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
      )}
      {failure ? <ErrorLine text={failure} /> : null}
      <Button kind="primary" large type="submit" disabled={busy}>
        {busy ? t('signingIn') : t('signIn')}
      </Button>
      {/* A page can reach the server it came from and no other. */}
      {window.foyer ? (
        <ServerPart isWanted={known === ''}>
          <ServerField value={shownServer} onChange={setServer} />
        </ServerPart>
      ) : null}
    </form>
  )
}

interface ServerPartProps {
  /** There is none yet: it is open until somebody closes it. */
  readonly isWanted: boolean
  readonly children: ReactNode
}

const ServerPart = ({ isWanted, children }: ServerPartProps) => {
  const { t } = useTranslation('signIn')
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isOpen = chosen ?? isWanted
  return (
    <details className="fy-details" open={isOpen}>
      <summary
        onClick={(event) => {
          event.preventDefault()
          setChosen(!isOpen)
        }}
      >
        {t('serverTitle')}
      </summary>
      {children}
    </details>
  )
}
