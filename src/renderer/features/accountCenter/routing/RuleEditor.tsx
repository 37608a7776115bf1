import { Plus } from 'lucide-react'

import type { OrganizationView } from '../../../../client/api.ts'
import { MOST_CONDITIONS, type RoutingRule } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Field } from '../../../ui/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { ReceiverOptions } from '../ReceiverOptions.tsx'
import { receiverOf, receiverText } from '../receivers.ts'
import { asItIs, useEditor } from '../useEditor.ts'
import { ConditionRow } from './ConditionRow.tsx'
import { newCondition, problemOf } from './form.ts'

export interface RuleEditorProps {
  readonly rule: RoutingRule
  readonly organization: OrganizationView
  readonly onDone: (rule: RoutingRule) => void
  readonly onClose: () => void
}

const PRIORITIES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** One rule: for whom it is, who receives them, and how urgent they are. */
export const RuleEditor = ({ rule, organization, onDone, onClose }: RuleEditorProps) => {
  const { t } = useTranslation('routing')
  const { t: tc } = useTranslation('accountCenter')
  const editor = useEditor(rule, asItIs)
  const { form, tried, change } = editor
  const problem = problemOf(form)
  return (
    <EditorDialog
      title={rule.name === '' ? t('new') : tc('rules.editNamed', { name: rule.name })}
      width={720}
      editor={editor}
      problem={problem && t(`problems.${problem}`)}
      onSave={() => {
        onDone({ ...form, name: form.name.trim() })
      }}
      onClose={onClose}
    >
      <div className="fy-center-fields">
        <Field label={t('name')}>
          <input
            value={form.name}
            maxLength={30}
            aria-invalid={tried && problem === 'name'}
            onChange={({ target: { value } }) => {
              change({ name: value })
            }}
          />
        </Field>
        <fieldset className="fy-conditions">
          <legend>{t('who')}</legend>
          <select
            value={form.match}
            aria-label={t('match')}
            onChange={({ target: { value } }) => {
              change({ match: value === 'any' ? 'any' : 'all' })
            }}
          >
            <option value="all">{t('matches.all')}</option>
            <option value="any">{t('matches.any')}</option>
          </select>
          {form.conditions.length === 0 ? <p className="fy-secondary">{t('everybody')}</p> : null}
          <ol>
            {form.conditions.map((condition, index) => (
              <ConditionRow
                key={`${index}-${condition.on}`}
                number={index + 1}
                condition={condition}
                organization={organization}
                onChange={(next) => {
                  change({ conditions: form.conditions.map((one, at) => (at === index ? next : one)) })
                }}
                onRemove={() => {
                  change({ conditions: form.conditions.filter((_one, at) => at !== index) })
                }}
              />
            ))}
          </ol>
          <Button
            kind="quiet"
            disabled={form.conditions.length >= MOST_CONDITIONS}
            onClick={() => {
              change({ conditions: [...form.conditions, newCondition('words')] })
            }}
          >
            <Plus aria-hidden="true" />
            {t('addCondition')}
          </Button>
        </fieldset>
        <div className="fy-center-pairs">
          <Field label={t('receiver')}>
            <select
              value={receiverText(form.receiver)}
              onChange={({ target: { value } }) => {
                change({ receiver: receiverOf(value) })
              }}
            >
              <option value="">{t('asEntry')}</option>
              <ReceiverOptions organization={organization} bots />
            </select>
          </Field>
          <Field label={t('priority')} hint={t('priorityHint')}>
            <select
              value={form.priority}
              onChange={({ target: { value } }) => {
                change({ priority: Number(value) })
              }}
            >
              {PRIORITIES.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </Field>
        </div>
      </div>
    </EditorDialog>
  )
}
