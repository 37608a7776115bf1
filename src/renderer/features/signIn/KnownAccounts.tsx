import type { RememberedAccount } from '../../../client/api.ts'
import { useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { AccountLine } from './AccountLine.tsx'

import './signIn.css'

/** Who is signed in here besides: they go on without a password. */
export const KnownAccounts = ({ accounts }: { readonly accounts: readonly RememberedAccount[] }) => {
  const { t } = useTranslation('signIn')
  const run = useRun()
  if (accounts.length === 0) return null
  return (
    <ul className="fy-known" aria-label={t('known')}>
      {accounts.map((account) => (
        <li key={account.agentId}>
          <button
            type="button"
            onClick={() => {
              void run('account.switch', { agentId: account.agentId })
            }}
          >
            <AccountLine account={account} />
          </button>
        </li>
      ))}
    </ul>
  )
}
