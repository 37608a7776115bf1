import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Organization, RoutingPolicy } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, ErrorLine, Field, Skeleton } from '../../../ui/index.ts'
import { MemberPicker } from '../MemberPicker.tsx'
import { Tick } from '../Tick.tsx'
import { useSave } from '../useSave.ts'
import { CapacityTable } from './CapacityTable.tsx'
import { argsOf, FIGURES, formOf, isSame, wrongFigures, type AssignmentForm, type Figure } from './form.ts'
import { keepForm, keptForm } from './keptForm.ts'

const POLICIES: readonly RoutingPolicy[] = ['least-load', 'idle-rate']

/** AC › Reception › Agent assignment. */
export const AssignmentPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  return (
    <section aria-labelledby="assignment-title">
      <header className="fy-center-head">
        <div>
          <h2 id="assignment-title">{t('names.reception/assignment')}</h2>
          <p>{t('assignment.about')}</p>
        </div>
      </header>
      {organization ? (
        <>
          <Settings organization={organization.organization} agents={organization.agents} />
          <CapacityTable organization={organization} />
        </>
      ) : (
        <Skeleton rows={8} rowHeight={44} />
      )}
    </section>
  )
}

interface SettingsProps {
  readonly organization: Organization
  readonly agents: Parameters<typeof MemberPicker>[0]['agents']
}

const Settings = ({ organization, agents }: SettingsProps) => {
  const { t } = useTranslation('accountCenter')
  const [state, setState] = useState(() => keptForm() ?? { seen: organization, form: formOf(organization) })
  const { busy, failure, conflict, attempt, forget } = useSave()
  const run = useRun()
  // Until something is typed the page shows what holds now.
  const touched = !isSame(state.form, formOf(state.seen))
  const { seen, form } = touched ? state : { seen: organization, form: formOf(organization) }
  const wrong = wrongFigures(form)
  const show = (next: typeof state): void => {
    keepForm(isSame(next.form, formOf(next.seen)) ? null : next)
    setState(next)
  }
  const change = (more: Partial<AssignmentForm>): void => {
    show({ seen, form: { ...form, ...more } })
  }
  const saveOver = async (base: Organization): Promise<void> => {
    const saved = await attempt(run('reception.configure', argsOf(form, base.version)))
    if (saved) show({ seen: saved.organization, form: formOf(saved.organization) })
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
    <form
      className="fy-center-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (wrong.length === 0) void saveOver(seen)
      }}
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
        {figure('transferWindowMinutes')}
      </div>
      {(['pool', 'acceptOverCapacity', 'autoAssignGroupPool'] as const).map((name) => (
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
      {failure ? (
        <ErrorLine text={failure}>
          {conflict ? (
            <>
              <Button
                onClick={() => {
                  show({ seen: organization, form: formOf(organization) })
                  forget()
                }}
              >
                {t('showTheirs')}
              </Button>
              <Button
                onClick={() => {
                  void saveOver(organization)
                }}
              >
                {t('saveMine')}
              </Button>
            </>
          ) : null}
        </ErrorLine>
      ) : null}
      <div className="fy-center-save">
        <Button type="submit" kind="primary" disabled={!touched || busy || wrong.length > 0}>
          {t('save')}
        </Button>
        {touched ? (
          <>
            <Button
              kind="quiet"
              onClick={() => {
                show({ seen: organization, form: formOf(organization) })
                forget()
              }}
            >
              {t('discard')}
            </Button>
            <span className="fy-secondary">{t('unsaved')}</span>
          </>
        ) : null}
      </div>
    </form>
  )
}
