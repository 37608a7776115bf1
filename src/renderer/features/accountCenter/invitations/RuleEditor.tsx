import type { OrganizationView } from '../../../../client/api.ts'
import type { InvitationRule } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { ReceiverOptions } from '../ReceiverOptions.tsx'
import { receiverText, targetOf } from '../receivers.ts'
import { Tick } from '../Tick.tsx'
import { useEditor } from '../useEditor.ts'
import { isLongAddress, problemsOf, type RuleForm, ruleFormOf, ruleOf } from './form.ts'
import { InvitationPreview } from './InvitationPreview.tsx'
import { LookFields } from './LookFields.tsx'

export interface RuleEditorProps {
  readonly rule: InvitationRule
  readonly organization: OrganizationView
  readonly onDone: (rule: InvitationRule) => void
  readonly onClose: () => void
}

const FIGURES = ['seconds', 'visits', 'pages'] as const
const CHOICES = {
  device: ['any', 'desktop', 'mobile'],
  source: ['any', 'direct', 'search', 'campaign', 'site'],
  customers: ['any', 'known', 'unknown'],
} as const

/** One automatic invitation: when it shows, who receives, how it looks. */
export const RuleEditor = ({ rule, organization, onDone, onClose }: RuleEditorProps) => {
  const { t } = useTranslation('accountCenter')
  const editor = useEditor(rule, ruleFormOf)
  const { form, tried, change } = editor
  const [problem] = problemsOf(form)
  const condition = (more: Partial<RuleForm['conditions']>): void => {
    change({ conditions: { ...form.conditions, ...more } })
  }
  return (
    <EditorDialog
      title={rule.name === '' ? t('invitations.new') : t('rules.editNamed', { name: rule.name })}
      width={900}
      editor={editor}
      problem={problem ? t(`invitations.problems.${problem}`) : null}
      onSave={() => {
        onDone(ruleOf(form))
      }}
      onClose={onClose}
    >
      <div className="fy-invitation-editor">
        <div className="fy-center-fields">
          <div className="fy-center-pairs">
            <Field label={t('invitations.name')}>
              <input
                value={form.name}
                aria-invalid={tried && problem === 'name'}
                onChange={({ target: { value } }) => {
                  change({ name: value })
                }}
              />
            </Field>
            <Field label={t('invitations.receiver')}>
              <select
                value={receiverText(form.receiver)}
                onChange={({ target: { value } }) => {
                  const receiver = targetOf(value)
                  if (receiver) change({ receiver })
                }}
              >
                <ReceiverOptions organization={organization} />
              </select>
            </Field>
            {FIGURES.map((figure) => (
              <Field key={figure} label={t(`invitations.${figure}`)}>
                <input
                  inputMode="numeric"
                  value={form.conditions[figure]}
                  aria-invalid={tried && problem === figure}
                  onChange={({ target: { value } }) => {
                    condition({ [figure]: value })
                  }}
                />
              </Field>
            ))}
            <Choice
              label={t('invitations.device')}
              value={form.conditions.device}
              options={CHOICES.device.map((one) => [one, t(`invitations.devices.${one}`)])}
              onChange={(device) => {
                condition({ device })
              }}
            />
            <Choice
              label={t('invitations.source')}
              value={form.conditions.source}
              options={CHOICES.source.map((one) => [one, t(`invitations.sources.${one}`)])}
              onChange={(source) => {
                condition({ source })
              }}
            />
            <Choice
              label={t('invitations.customers')}
              value={form.conditions.customers}
              options={CHOICES.customers.map((one) => [one, t(`invitations.kinds.${one}`)])}
              onChange={(customers) => {
                condition({ customers })
              }}
            />
            <Field label={t('invitations.address')}>
              <input
                value={form.conditions.address}
                placeholder={t('invitations.anyAddress')}
                aria-invalid={isLongAddress(form.conditions.address)}
                onChange={({ target: { value } }) => {
                  condition({ address: value })
                }}
              />
            </Field>
          </div>
          <Tick
            text={t('invitations.again')}
            hint={t('invitations.againHint')}
            on={form.again}
            onChange={(again) => {
              change({ again })
            }}
          />
          {form.again ? (
            <Field label={t('invitations.againMinutes')}>
              <input
                inputMode="numeric"
                value={form.againMinutes}
                aria-invalid={tried && problem === 'again'}
                onChange={({ target: { value } }) => {
                  change({ againMinutes: value })
                }}
              />
            </Field>
          ) : null}
          <LookFields
            looks={form.looks}
            onChange={(looks) => {
              change({ looks })
            }}
          />
        </div>
        <InvitationPreview looks={form.looks} />
      </div>
    </EditorDialog>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [value: T, text: string])[]
  readonly onChange: (value: T) => void
}

const Choice = <T extends string>({ label, value, options, onChange }: ChoiceProps<T>) => (
  <Field label={label}>
    <select
      value={value}
      onChange={(event) => {
        const chosen = options.find(([option]) => option === event.target.value)
        if (chosen) onChange(chosen[0])
      }}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  </Field>
)
