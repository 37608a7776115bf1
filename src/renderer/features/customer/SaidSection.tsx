import type { Customer } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { fullTime, plainText, useLanguage } from '../../ui/index.ts'

/** What is proved of a visitor, and apart from it what they or the page only say (R-18-053, R-18-054). */
export const SaidSection = (customer: Pick<Customer, (typeof PROVED)[number] | 'said' | 'filled'>) => {
  const { said, filled } = customer
  const { t } = useTranslation('customer')
  const language = useLanguage()
  const words = FIELDS.flatMap((field) => {
    const value = said?.[field]
    return value ? [{ label: t(field), value }] : []
  })
  const answers = [
    ...(filled?.answers ?? []),
    ...(filled?.consent
      ? [{ label: t('agreed'), value: `${filled.consent} · ${fullTime(filled.at, language)}` }]
      : []),
  ]
  const all = [...words, ...answers]
  const proved = PROVED.filter((field) => customer[field])
  if (proved.length === 0 && all.length === 0) return null
  return (
    <>
      {proved.length === 0 ? null : (
        <section>
          <dl className="fy-facts">
            {proved.map((field) => (
              <Fact key={field} name={t(field)} value={customer[field] ?? ''} />
            ))}
          </dl>
        </section>
      )}
      {all.length === 0 ? null : (
        <section>
          <h3>
            {t('saidTitle')} <span className="fy-secondary">{t('saidHint')}</span>
          </h3>
          <dl className="fy-facts">
            {all.map(({ label, value }, index) => (
              <Fact key={index} name={plainText(label)} value={value} />
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

const PROVED = ['verifiedAs', 'verifiedEmail', 'verifiedPhone'] as const
const FIELDS = ['name', 'phone', 'email'] as const

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <bdi>{plainText(value)}</bdi>
    </dd>
  </div>
)
