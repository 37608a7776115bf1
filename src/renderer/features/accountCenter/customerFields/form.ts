import type {
  CompanyText,
  CustomerSettings,
  CustomField,
  CustomFieldId,
  StageId,
} from '../../../../protocol/model/index.ts'
import { CUSTOMER_SETTINGS_LIMITS as LIMITS } from '../../../../protocol/model/limits.ts'

export interface FieldForm extends Pick<CustomField, 'id' | 'name' | 'kind'> {
  /** One in each line. */
  readonly options: string
}

export interface CustomerSettingsForm {
  readonly stages: readonly { readonly id: StageId; readonly name: CompanyText }[]
  readonly fields: readonly FieldForm[]
}

export const formOf = ({ stages, fields }: CustomerSettings): CustomerSettingsForm => ({
  stages,
  fields: fields.map(({ id, name, kind, options }) => ({ id, name, kind, options: options.join('\n') })),
})

export const settingsOf = (form: CustomerSettingsForm, version: number): CustomerSettings => ({
  stages: [...form.stages],
  fields: form.fields.map(({ id, name, kind, options }) => ({
    id,
    name: name.trim(),
    kind,
    options: kind === 'choice' ? optionsIn(options) : [],
  })),
  version,
})

const optionsIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** Whether it can be saved; the server says the rest. */
export const isReady = ({ stages, fields }: CustomerSettingsForm): boolean =>
  stages.every(({ name }) => typeof name !== 'string' || name.trim() !== '') &&
  fields.every(({ name, kind, options }) => {
    const lines = optionsIn(options)
    return (
      name.trim() !== '' &&
      name.trim().length <= LIMITS.fieldName &&
      (kind !== 'choice' || (lines.length > 0 && lines.every((line) => line.length <= LIMITS.optionName)))
    )
  })

export const newField = (id: string): FieldForm => ({
  id: id as CustomFieldId,
  name: '',
  kind: 'text',
  options: '',
})
