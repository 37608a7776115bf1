import { CustomerType, type MarkRule } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Popover } from '../../../ui/index.ts'
import { useStages } from '../../customer/index.ts'

export interface MarkRuleFieldProps {
  readonly rule: MarkRule | null
  readonly onChange: (rule: MarkRule | null) => void
}

const FIELDS = ['type', 'stage', 'tag'] as const

/** Whether a mark is set by hand, or which values of which field bring it. */
export const MarkRuleField = ({ rule, onChange }: MarkRuleFieldProps) => {
  const { t } = useTranslation('conversations')
  const organization = useQuery('organization.get', {})
  const stages = useStages(organization)
  const optionsOf: Readonly<Record<MarkRule['field'], readonly (readonly [value: string, text: string])[]>> =
    {
      type: CustomerType.options.map((type) => [type, t(`filter.types.${type}`)]),
      stage: stages,
      tag: organization?.tags.map(({ id, name }) => [id, name]) ?? [],
    }
  const options = rule ? optionsOf[rule.field] : []
  const toggle = (value: string): void => {
    if (!rule) return
    const before: readonly string[] = rule.values
    const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
    onChange({ field: rule.field, values } as MarkRule)
  }
  return (
    <>
      <select
        aria-label={t('marks.rule')}
        value={rule?.field ?? ''}
        onChange={({ target }) => {
          const field = FIELDS.find((one) => one === target.value)
          onChange(field ? { field, values: [] } : null)
        }}
      >
        <option value="">{t('marks.byHand')}</option>
        {FIELDS.map((field) => (
          <option key={field} value={field}>
            {t(`marks.fields.${field}`)}
          </option>
        ))}
      </select>
      {rule ? (
        <Popover
          label={t(`marks.fields.${rule.field}`)}
          trigger={(trigger) => (
            <Button {...trigger} className="fy-mark-values">
              {options
                .filter(([value]) => (rule.values as readonly string[]).includes(value))
                .map(([, text]) => text)
                .join(' · ') || t('marks.choose')}
            </Button>
          )}
        >
          {() => (
            <div className="fy-checks">
              {options.map(([value, text]) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    checked={(rule.values as readonly string[]).includes(value)}
                    onChange={() => {
                      toggle(value)
                    }}
                  />
                  {text}
                </label>
              ))}
            </div>
          )}
        </Popover>
      ) : null}
    </>
  )
}
