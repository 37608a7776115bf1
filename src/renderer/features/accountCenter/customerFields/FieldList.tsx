import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'

import { movedTo } from '../../../../base/movedTo.ts'
import type { CustomField, CustomFieldId } from '../../../../protocol/model/index.ts'
import { CUSTOMER_SETTINGS_LIMITS as LIMITS } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { newField, type FieldForm } from './form.ts'

const KINDS: readonly CustomField['kind'][] = ['text', 'number', 'date', 'choice']

export interface FieldListProps {
  readonly fields: readonly FieldForm[]
  /** Their kind cannot be another any more. */
  readonly savedIds: readonly CustomFieldId[]
  readonly onChange: (fields: readonly FieldForm[]) => void
}

/** The company's own fields in the order in which the profile shows them. */
export const FieldList = ({ fields, savedIds, onChange }: FieldListProps) => {
  const { t } = useTranslation('accountCenter')
  return (
    <fieldset className="fy-attributes">
      <legend>{t('attributes.fields')}</legend>
      <p className="fy-secondary">{t('attributes.fieldsHint', { count: LIMITS.fields })}</p>
      <ol>
        {fields.map((field, index) => {
          const put = (more: Partial<FieldForm>): void => {
            onChange(fields.with(index, { ...field, ...more }))
          }
          return (
            <li key={field.id}>
              <input
                aria-label={t('attributes.fieldName', { number: index + 1 })}
                maxLength={LIMITS.fieldName}
                value={field.name}
                onChange={({ target }) => {
                  put({ name: target.value })
                }}
              />
              <select
                aria-label={t('attributes.fieldKind', { number: index + 1 })}
                value={field.kind}
                disabled={savedIds.includes(field.id)}
                onChange={({ target }) => {
                  put({ kind: KINDS.find((kind) => kind === target.value) ?? field.kind })
                }}
              >
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`attributes.kinds.${kind}`)}
                  </option>
                ))}
              </select>
              <IconButton
                label={t('attributes.up', { name: field.name })}
                disabled={index === 0}
                onClick={() => {
                  onChange(movedTo(fields, index, index - 1))
                }}
              >
                <ArrowUp aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('attributes.down', { name: field.name })}
                disabled={index === fields.length - 1}
                onClick={() => {
                  onChange(movedTo(fields, index, index + 1))
                }}
              >
                <ArrowDown aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('attributes.removeField', { name: field.name })}
                onClick={() => {
                  onChange(fields.toSpliced(index, 1))
                }}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
              {field.kind === 'choice' ? (
                <textarea
                  rows={3}
                  aria-label={t('attributes.options', { name: field.name })}
                  placeholder={t('attributes.optionsHint')}
                  value={field.options}
                  onChange={({ target }) => {
                    put({ options: target.value })
                  }}
                />
              ) : null}
            </li>
          )
        })}
      </ol>
      <Button
        disabled={fields.length >= LIMITS.fields}
        onClick={() => {
          onChange([...fields, newField(crypto.randomUUID())])
        }}
      >
        <Plus aria-hidden="true" /> {t('attributes.addField')}
      </Button>
    </fieldset>
  )
}
