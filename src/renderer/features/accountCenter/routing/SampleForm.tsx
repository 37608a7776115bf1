import type { OrganizationView } from '../../../../client/api.ts'
import type { AgentId, Arrival, WidgetId } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { PickMany } from './PickMany.tsx'

export interface SampleFormProps {
  readonly arrival: Arrival
  readonly organization: OrganizationView
  /** Who is said to have served them last. */
  readonly lastHandlerId: AgentId | null
  readonly onChange: (arrival: Arrival) => void
  readonly onLastHandler: (agentId: AgentId | null) => void
}

const TYPES = ['new', 'potential', 'won'] as const
const SOURCES = ['direct', 'search', 'campaign', 'site'] as const

/** Describes a customer for whom the rules are tried. */
export const SampleForm = (props: SampleFormProps) => {
  const { arrival, organization, lastHandlerId, onChange, onLastHandler } = props
  const { t } = useTranslation('routing')
  const change = (more: Partial<Arrival>): void => {
    onChange({ ...arrival, ...more })
  }
  const agents = organization.agents.filter(({ disabled, superAdmin }) => !disabled && !superAdmin)
  const agentOptions = agents.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
  const agentOf = (value: string): AgentId | null => agents.find(({ id }) => id === value)?.id ?? null
  return (
    <div className="fy-center-fields">
      <Field label={t('sample.text')}>
        <input
          value={arrival.text}
          maxLength={500}
          onChange={({ target: { value } }) => {
            change({ text: value })
          }}
        />
      </Field>
      <div className="fy-center-pairs">
        <Field label={t('conditions.widget')}>
          <select
            value={arrival.widgetId ?? ''}
            onChange={({ target: { value } }) => {
              change({ widgetId: value === '' ? null : (value as WidgetId) })
            }}
          >
            <option value="">{t('sample.noEntry')}</option>
            {organization.widgets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('conditions.type')}>
          <select
            value={arrival.type}
            onChange={({ target: { value } }) => {
              const type = TYPES.find((one) => one === value)
              if (type) change({ type })
            }}
          >
            {TYPES.map((one) => (
              <option key={one} value={one}>
                {t(`types.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('conditions.owner')}>
          <select
            value={arrival.ownerId ?? ''}
            onChange={({ target: { value } }) => {
              const ownerId = agentOf(value)
              change({ ownerId, ownership: ownerId ? 'owned' : 'company-pool' })
            }}
          >
            <option value="">{t('sample.nobody')}</option>
            {agentOptions}
          </select>
        </Field>
        <Field label={t('sample.lastHandler')}>
          <select
            value={lastHandlerId ?? ''}
            onChange={({ target: { value } }) => {
              onLastHandler(agentOf(value))
            }}
          >
            <option value="">{t('sample.nobody')}</option>
            {agentOptions}
          </select>
        </Field>
        <Field label={t('conditions.source')}>
          <select
            value={arrival.source.kind}
            onChange={({ target: { value } }) => {
              const kind = SOURCES.find((one) => one === value)
              if (kind) change({ source: { ...arrival.source, kind } })
            }}
          >
            {SOURCES.map((one) => (
              <option key={one} value={one}>
                {t(`sources.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('conditions.campaign')}>
          <input
            value={arrival.source.words}
            maxLength={128}
            onChange={({ target: { value } }) => {
              change({ source: { ...arrival.source, words: value } })
            }}
          />
        </Field>
        <Field label={t('conditions.language')}>
          <input
            value={arrival.language}
            maxLength={16}
            onChange={({ target: { value } }) => {
              change({ language: value })
            }}
          />
        </Field>
        <Field label={t('conditions.region')}>
          <input
            value={arrival.region}
            maxLength={64}
            onChange={({ target: { value } }) => {
              change({ region: value })
            }}
          />
        </Field>
        <Field label={t('sample.sessions')}>
          <input
            type="number"
            min={0}
            max={1000}
            value={arrival.sessions}
            onChange={({ target: { value } }) => {
              change({ sessions: Math.max(0, Math.floor(Number(value))) })
            }}
          />
        </Field>
        <Field label={t('conditions.known')}>
          <select
            value={arrival.known ? 'yes' : 'no'}
            onChange={({ target: { value } }) => {
              change({ known: value === 'yes' })
            }}
          >
            <option value="no">{t('no')}</option>
            <option value="yes">{t('yes')}</option>
          </select>
        </Field>
      </div>
      <div className="fy-form-field">
        <span>{t('conditions.tag')}</span>
        <PickMany
          label={t('conditions.tag')}
          options={organization.tags.map(({ id, name }) => [id, name] as const)}
          chosen={arrival.tagIds}
          onChange={(tagIds) => {
            change({ tagIds })
          }}
        />
      </div>
    </div>
  )
}
