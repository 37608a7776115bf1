import { Plus, Trash2 } from 'lucide-react'

import { textIn } from '../../../../protocol/companyTexts.ts'
import type { Language, StageId } from '../../../../protocol/model/index.ts'
import { CUSTOMER_SETTINGS_LIMITS as LIMITS } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, IconButton, useLanguage } from '../../../ui/index.ts'
import type { CustomerSettingsForm } from './form.ts'

type Stages = CustomerSettingsForm['stages']

export interface StageListProps {
  readonly stages: Stages
  readonly own: Language
  readonly onChange: (stages: Stages) => void
}

/** The stages between the first and the last one, which stay as they are (R-05-076). */
export const StageList = ({ stages, own, onChange }: StageListProps) => {
  const { t } = useTranslation('accountCenter')
  const { t: ofCustomer } = useTranslation('customer')
  const language = useLanguage()
  return (
    <fieldset className="fy-attributes">
      <legend>{t('attributes.stages')}</legend>
      <p className="fy-secondary">{t('attributes.stagesHint', { count: LIMITS.stages + 2 })}</p>
      <ol>
        <li className="fy-secondary">{ofCustomer('stages.first')}</li>
        {stages.map(({ id, name }, index) => (
          <li key={id}>
            <input
              aria-label={t('attributes.stage', { number: index + 2 })}
              maxLength={2 * LIMITS.stageName}
              value={textIn(name, language, own)}
              onChange={({ target }) => {
                onChange(stages.with(index, { id, name: target.value }))
              }}
            />
            <IconButton
              label={t('attributes.removeStage', { name: textIn(name, language, own) })}
              onClick={() => {
                onChange(stages.toSpliced(index, 1))
              }}
            >
              <Trash2 aria-hidden="true" />
            </IconButton>
          </li>
        ))}
        <li className="fy-secondary">{ofCustomer('stages.won')}</li>
      </ol>
      <Button
        disabled={stages.length >= LIMITS.stages}
        onClick={() => {
          onChange([...stages, { id: crypto.randomUUID() as StageId, name: '' }])
        }}
      >
        <Plus aria-hidden="true" /> {t('attributes.addStage')}
      </Button>
    </fieldset>
  )
}
