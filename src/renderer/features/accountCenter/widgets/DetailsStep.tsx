import type { OrganizationView } from '../../../../client/api.ts'
import {
  WIDGET_TEXT_LIMIT,
  WIDGET_TITLE_LIMIT,
  WIDGET_WELCOME_LIMIT,
} from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field, LineField, Segments } from '../../../ui/index.ts'
import { BotField } from '../bots/BotField.tsx'
import { RouterField } from '../routers/RouterField.tsx'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { Tick } from '../Tick.tsx'
import type { WidgetForm, WidgetProblem } from './form.ts'
import { LookFields } from './LookFields.tsx'
import { PrivacyFields } from './PrivacyFields.tsx'
import { QuestionFields } from './QuestionFields.tsx'
import { ReceiverField } from './ReceiverField.tsx'
import { SiteFields } from './SiteFields.tsx'
import { TalkFields } from './TalkFields.tsx'
import { ToolFields } from './ToolFields.tsx'

export interface DetailsStepProps {
  readonly form: WidgetForm
  readonly organization: OrganizationView
  readonly makesGroups: boolean
  /** Marked once somebody has tried to save. */
  readonly problems: readonly WidgetProblem[]
  readonly onChange: (more: Partial<WidgetForm>) => void
}

/** The second step: what the entry says, who receives, how it looks and where it may stand. */
export const DetailsStep = ({ form, organization, makesGroups, problems, onChange }: DetailsStepProps) => {
  const { t } = useTranslation('widgets')
  return (
    <div className="fy-widget-fields">
      <Field label={t('name')} hint={t('nameHint')}>
        <input
          value={form.name}
          aria-invalid={problems.includes('name')}
          onChange={({ target: { value } }) => {
            onChange({ name: value })
          }}
        />
      </Field>
      <ReceiverField
        organization={organization}
        target={form.target}
        invalid={problems.includes('receiver')}
        makesGroups={makesGroups}
        onChange={(target) => {
          onChange({ target })
        }}
      />
      <RouterField
        routerId={form.routerId}
        onChange={(routerId) => {
          onChange({ routerId })
        }}
      />
      <BotField
        botId={form.botId}
        onChange={(botId) => {
          onChange({ botId })
        }}
      />
      <div className="fy-center-pairs">
        <LineField
          label={t('title')}
          value={form.title}
          limit={WIDGET_TITLE_LIMIT}
          onChange={(title) => {
            onChange({ title })
          }}
        />
        <LineField
          label={t('text')}
          value={form.text}
          limit={WIDGET_TEXT_LIMIT}
          onChange={(text) => {
            onChange({ text })
          }}
        />
      </div>
      <CompanyTextField
        label={t('welcome')}
        hint={t('welcomeHint')}
        value={form.welcome}
        limit={WIDGET_WELCOME_LIMIT}
        invalid={problems.includes('welcome')}
        onChange={(welcome) => {
          onChange({ welcome })
        }}
      />
      <div className="fy-center-pairs">
        <div className="fy-form-field">
          <span>{t('face')}</span>
          <Segments
            label={t('face')}
            value={form.face}
            options={FACES.map((face) => [face, t(`faces.${face}`)] as const)}
            onChange={(face) => {
              onChange({ face })
            }}
          />
        </div>
        <Field label={t('language')}>
          <select
            value={form.language ?? ''}
            onChange={({ target: { value } }) => {
              onChange({ language: LANGUAGES.find(([language]) => language === value)?.[0] ?? null })
            }}
          >
            <option value="">{t('languages.page')}</option>
            {LANGUAGES.map(([language, name]) => (
              <option key={language} value={language}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {form.place === 'link' ? (
        <Tick
          text={t('listed')}
          hint={t('listedHint')}
          on={form.listed}
          onChange={(listed) => {
            onChange({ listed })
          }}
        />
      ) : null}
      {form.type === 'chat-im' ? (
        <label className="fy-widget-anonymous">
          <input
            type="checkbox"
            checked={form.anonymous}
            onChange={({ target: { checked } }) => {
              onChange({ anonymous: checked })
            }}
          />
          <span>
            {t('anonymous')}
            <span className="fy-secondary">{t('anonymousHint')}</span>
          </span>
        </label>
      ) : null}
      <ToolFields form={form} onChange={onChange} />
      <TalkFields form={form} onChange={onChange} />
      <PrivacyFields form={form} onChange={onChange} />
      <QuestionFields
        form={form.form}
        invalid={problems.includes('form')}
        onChange={(questions) => {
          onChange({ form: questions })
        }}
      />
      <LookFields form={form} problems={problems} onChange={onChange} />
      {form.place === 'link' ? null : <SiteFields form={form} problems={problems} onChange={onChange} />}
    </div>
  )
}

const FACES = ['agent', 'company'] as const
const LANGUAGES = [
  ['zh-CN', '中文'],
  ['en', 'English'],
] as const
