import { useTranslation } from 'react-i18next'

import type { Customer } from '../../../protocol/model/index.ts'
import { plainText } from '../../ui/index.ts'

/** What is proved of a visitor, and apart from it what they or the page only say (R-18-053, R-18-054). */
export const SaidSection = ({ verifiedAs, said }: Pick<Customer, 'verifiedAs' | 'said'>) => {
  const { t } = useTranslation('customer')
  const words = FIELDS.filter((field) => said?.[field])
  if (verifiedAs === undefined && words.length === 0) return null
  return (
    <>
      {verifiedAs === undefined ? null : (
        <section>
          <dl className="fy-facts">
            <Fact name={t('verified')} value={verifiedAs} />
          </dl>
        </section>
      )}
      {words.length === 0 ? null : (
        <section>
          <h3>
            {t('saidTitle')} <span className="fy-secondary">{t('saidHint')}</span>
          </h3>
          <dl className="fy-facts">
            {words.map((field) => (
              <Fact key={field} name={t(field)} value={said?.[field] ?? ''} />
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

const FIELDS = ['name', 'phone', 'email'] as const

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <bdi>{plainText(value)}</bdi>
    </dd>
  </div>
)
