import type { Organization, ReceptionGroup, RoutingPolicy } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { OVERFLOW_KINDS } from '../measures/edits.ts'
import { MeasureList } from '../measures/MeasureList.tsx'
import { MemberPicker } from '../MemberPicker.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { Tick } from '../Tick.tsx'
import { CapacityTable } from './CapacityTable.tsx'
import { argsOf, FIGURES, formOf, isReady, wrongFigures, type AssignmentForm, type Figure } from './form.ts'

const POLICIES: readonly RoutingPolicy[] = ['least-load', 'idle-rate']

const useAssignmentForm = createSettingsForm(formOf)

/** AC › Reception › Agent assignment. */
export const AssignmentPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.reception/assignment')} about={t('assignment.about')}>
      {organization ? (
        <>
          <Settings
            organization={organization.organization}
            agents={organization.agents}
            groups={organization.groups}
          />
          <CapacityTable organization={organization} />
        </>
      ) : (
        <PageSkeleton rows={8} />
      )}
    </CenterPage>
  )
}

interface SettingsProps {
  readonly organization: Organization
  readonly agents: Parameters<typeof MemberPicker>[0]['agents']
  readonly groups: readonly ReceptionGroup[]
}

const Settings = ({ organization, agents, groups }: SettingsProps) => {
  const { t } = useTranslation('accountCenter')
  const settings = useAssignmentForm(organization)
  const { form, change: replace } = settings
  const run = useRun()
  const wrong = wrongFigures(form)
  const change = (more: Partial<AssignmentForm>): void => {
    replace({ ...form, ...more })
  }
  const figure = (name: Figure) => (
    <Field label={t(`assignment.${name}`)} hint={t('assignment.range', FIGURES[name])}>
      <input
        inputMode="numeric"
        value={form.figures[name]}
        aria-invalid={wrong.includes(name)}
        onChange={({ target: { value } }) => {
          change({ figures: { ...form.figures, [name]: value } })
        }}
      />
    </Field>
  )
  return (
    <SettingsForm
      form={settings}
      held={organization}
      ready={isReady(form)}
      send={(base) => run('reception.configure', argsOf(form, base))}
      savedIn={(saved) => saved.organization}
    >
      <div className="fy-center-pairs">
        <Field label={t('groups.policy')}>
          <select
            value={form.policy}
            onChange={({ target: { value } }) => {
              change({ policy: POLICIES.find((policy) => policy === value) ?? form.policy })
            }}
          >
            {POLICIES.map((policy) => (
              <option key={policy} value={policy}>
                {t(`groups.policies.${policy}`)}
              </option>
            ))}
          </select>
        </Field>
        {figure('capacity')}
        {figure('waitingSeconds')}
        {figure('returningHours')}
        {figure('idleEndMinutes')}
        {figure('restMinutes')}
        {figure('transferWindowMinutes')}
        {figure('imWindowHours')}
        {figure('imReplies')}
        {figure('outboundQuota')}
      </div>
      {(['pool', 'acceptOverCapacity', 'autoAssignGroupPool', 'receiveOnMobile'] as const).map((name) => (
        <Tick
          key={name}
          text={t(`assignment.${name}`)}
          hint={t(`assignment.${name}Hint`)}
          on={form[name]}
          onChange={(on) => {
            change({ [name]: on })
          }}
        />
      ))}
      <MemberPicker
        label={t('assignment.emergency', { count: form.emergencyAgentIds.length })}
        agents={agents}
        chosen={form.emergencyAgentIds}
        onChoose={(emergencyAgentIds) => {
          change({ emergencyAgentIds: [...emergencyAgentIds] })
        }}
      />
      <p className="fy-secondary">{t('assignment.emergencyHint')}</p>
      <MeasureList
        label={t('assignment.overflow')}
        kinds={OVERFLOW_KINDS}
        measures={form.overflow}
        groups={groups}
        onChange={(overflow) => {
          change({ overflow })
        }}
      />
    </SettingsForm>
  )
}
