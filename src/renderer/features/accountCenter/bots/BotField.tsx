import type { BotId } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'

export interface BotFieldProps {
  readonly botId: BotId | null
  readonly onChange: (botId: BotId | null) => void
}

/** Which bot receives before any person; not there while the company has none. */
export const BotField = ({ botId, onChange }: BotFieldProps) => {
  const { t } = useTranslation('bots')
  const bots = useQuery('organization.get', {})?.bots ?? []
  if (bots.length === 0) return null
  return (
    <Field label={t('receivesFirst')}>
      <select
        value={botId ?? ''}
        onChange={({ target: { value } }) => {
          onChange(bots.find(({ id }) => id === value)?.id ?? null)
        }}
      >
        <option value="">{t('noBot')}</option>
        {bots.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
