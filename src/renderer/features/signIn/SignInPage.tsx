import { Network } from 'lucide-react'
import { useState } from 'react'

import { useQuery } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import { CacheChoice } from '../cacheLock/index.ts'
import { NetworkDialog } from '../network/index.ts'
import { KnownAccounts } from './KnownAccounts.tsx'
import { LookButtons } from './LookButtons.tsx'
import { SignInForm } from './SignInForm.tsx'

import './signIn.css'

export interface SignInPageProps {
  /** A one-time link was tried and refused. */
  readonly ticketFailure: string | null
}

/** The door: the accounts that are known here, and the way in with another one. */
export const SignInPage = ({ ticketFailure }: SignInPageProps) => {
  const { t } = useTranslation(['signIn', 'workbench'])
  const errorText = useErrorText()
  const current = useQuery('account.current', {})
  const [showsNetwork, setShowsNetwork] = useState(false)
  const remembered = current?.remembered ?? []
  return (
    <main className="fy-page">
      <div className="fy-card">
        <h1>{t('title')}</h1>
        <p className="fy-secondary">{t('subtitle')}</p>
        {current?.cause ? <ErrorLine text={errorText(current.cause)} /> : null}
        {/* Why an account that was here has to sign in again, or what is kept of this one. */}
        {current?.notices
          // What can be chosen instead stands below.
          .filter(({ code }) => code !== 'no-key-store')
          .map(({ code }) => (
            <ErrorLine key={code} text={t(`workbench:notice.${code}`)} />
          ))}
        {window.foyer ? <CacheChoice /> : null}
        <KnownAccounts accounts={remembered} />
        <SignInForm account={current?.account?.account ?? ''} isBeside={false} failure={ticketFailure} />
      </div>
      <div className="fy-page-foot">
        <LookButtons />
        {window.foyer ? (
          <Button
            kind="quiet"
            onClick={() => {
              setShowsNetwork(true)
            }}
          >
            <Network aria-hidden="true" />
            {t('connection.network')}
          </Button>
        ) : null}
      </div>
      {showsNetwork ? (
        <NetworkDialog
          onClose={() => {
            setShowsNetwork(false)
          }}
        />
      ) : null}
    </main>
  )
}
