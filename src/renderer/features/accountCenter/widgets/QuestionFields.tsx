import { Plus, X } from 'lucide-react'

import type { VisitorField, VisitorForm } from '../../../../protocol/model/index.ts'
import { VISITOR_FIELD_KINDS, VISITOR_FORM_LIMITS } from '../../../../protocol/visitorFormRules.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { Tick } from '../Tick.tsx'

export interface QuestionFieldsProps {
  readonly form: VisitorForm | null
  readonly invalid: boolean
  readonly onChange: (form: VisitorForm | null) => void
}

const NO_QUESTIONS: VisitorForm = { intro: '', fields: [], consent: '' }

/** What visitors are asked before their first message (R-18-056). */
export const QuestionFields = ({ form, invalid, onChange }: QuestionFieldsProps) => {
  const { t } = useTranslation('widgets')
  const replace = (index: number, more: Partial<VisitorField>): void => {
    if (form)
      onChange({ ...form, fields: form.fields.map((one, at) => (at === index ? { ...one, ...more } : one)) })
  }
  return (
    <fieldset className="fy-widget-questions">
      <legend>{t('questions.title')}</legend>
      <Tick
        text={t('questions.on')}
        hint={t('questions.hint')}
        on={form !== null}
        onChange={(on) => {
          onChange(on ? NO_QUESTIONS : null)
        }}
      />
      {form === null ? null : (
        <>
          <CompanyTextField
            label={t('questions.intro')}
            value={form.intro}
            limit={VISITOR_FORM_LIMITS.intro}
            onChange={(intro) => {
              onChange({ ...form, intro })
            }}
          />
          {form.fields.map((field, index) => (
            <div key={field.id} className="fy-widget-question">
              <CompanyTextField
                label={t('questions.label', { number: index + 1 })}
                value={field.label}
                limit={VISITOR_FORM_LIMITS.label}
                rows={1}
                invalid={invalid}
                onChange={(label) => {
                  replace(index, { label })
                }}
              />
              <select
                aria-label={t('questions.kindOf', { number: index + 1 })}
                value={field.kind}
                onChange={({ target: { value } }) => {
                  replace(index, { kind: VISITOR_FIELD_KINDS.find((kind) => kind === value) ?? 'line' })
                }}
              >
                {VISITOR_FIELD_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`questions.kinds.${kind}`)}
                  </option>
                ))}
              </select>
              <label>
                <input
                  type="checkbox"
                  checked={field.required}
                  onChange={({ target: { checked } }) => {
                    replace(index, { required: checked })
                  }}
                />
                {t('questions.required')}
              </label>
              <IconButton
                label={t('questions.remove', { number: index + 1 })}
                onClick={() => {
                  onChange({ ...form, fields: form.fields.filter(({ id }) => id !== field.id) })
                }}
              >
                <X />
              </IconButton>
            </div>
          ))}
          <Button
            kind="quiet"
            disabled={form.fields.length >= VISITOR_FORM_LIMITS.fields}
            onClick={() => {
              const added = { id: crypto.randomUUID(), label: '', kind: 'line', required: false } as const
              onChange({ ...form, fields: [...form.fields, added] })
            }}
          >
            <Plus aria-hidden="true" />
            {t('questions.add')}
          </Button>
          <CompanyTextField
            label={t('questions.consent')}
            hint={t('questions.consentHint')}
            value={form.consent}
            limit={VISITOR_FORM_LIMITS.consent}
            onChange={(consent) => {
              onChange({ ...form, consent })
            }}
          />
        </>
      )}
    </fieldset>
  )
}
