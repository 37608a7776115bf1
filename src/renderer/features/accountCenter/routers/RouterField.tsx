import type { RouterId } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'

export interface RouterFieldProps {
  readonly routerId: RouterId | null
  readonly onChange: (routerId: RouterId | null) => void
}

/** Which router is asked before anything else; not there while the company has none. */
export const RouterField = ({ routerId, onChange }: RouterFieldProps) => {
  const { t } = useTranslation('routers')
  const routers = useQuery('organization.get', {})?.routers ?? []
  if (routers.length === 0) return null
  return (
    <Field label={t('decidesFirst')} hint={t('decidesFirstHint')}>
      <select
        value={routerId ?? ''}
        onChange={({ target: { value } }) => {
          onChange(routers.find(({ id }) => id === value)?.id ?? null)
        }}
      >
        <option value="">{t('noRouter')}</option>
        {routers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
