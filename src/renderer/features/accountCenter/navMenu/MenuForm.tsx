import { useState } from 'react'

import type { OrganizationView } from '../../../../client/api.ts'
import { isOverLimit, navProblems } from '../../../../domain/navMenu/problems.ts'
import type { NavMenu, NavMenuPlan, SessionTarget } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { ErrorLine, Segments } from '../../../ui/index.ts'
import type { SettingsForm as Form } from '../createSettingsForm.ts'
import { SettingsForm } from '../SettingsForm.tsx'
import { Tick } from '../Tick.tsx'
import { ContentStep } from './ContentStep.tsx'
import { MenuPreview } from './MenuPreview.tsx'
import { PublishLine } from './PublishLine.tsx'

export interface MenuFormProps {
  readonly organization: OrganizationView
  /** As it is now. */
  readonly navMenu: NavMenu
  /** What is being changed of it. */
  readonly edited: Form<NavMenu, NavMenuPlan>
}

/** The draft in three steps, how customers will see it, and what they see now. */
export const MenuForm = ({ organization, navMenu, edited }: MenuFormProps) => {
  const { t } = useTranslation('texts')
  const { account } = navMenu
  const { seen, form, touched, change: replace, restart } = edited
  const [step, setStep] = useState<(typeof STEPS)[number]>('content')
  const run = useRun()
  const problems = navProblems(form, organization.organization.language, (target) =>
    isThere(organization, target),
  )
  const over = problems.find(isOverLimit)
  const [problem = null] = over ? [over] : problems
  const change = (more: Partial<NavMenuPlan>): void => {
    replace({ ...form, ...more })
  }
  return (
    <div className="fy-nav">
      <SettingsForm
        form={edited}
        held={navMenu}
        ready={!over}
        send={({ version }) => run('nav-menu.save', { account, draft: form, version })}
        savedIn={(saved) => saved.navMenu}
        foot={({ busy, attempt }) => (
          <PublishLine
            menu={seen}
            ready={!touched && !problem && !busy}
            onPublish={() => {
              void attempt(run('nav-menu.publish', { account, version: seen.version })).then((saved) => {
                if (saved) restart(saved.navMenu)
              })
            }}
          />
        )}
      >
        <Segments
          label={t('menu.steps')}
          value={step}
          options={STEPS.map((one) => [one, t(`menu.step.${one}`)] as const)}
          onChange={setStep}
        />
        {step === 'style' ? <StyleStep plan={form} onChange={change} /> : null}
        {step === 'content' ? (
          <ContentStep
            plan={form}
            welcomeHint={t(account === 'main' ? 'menu.welcomeHintMain' : 'menu.welcomeHint')}
            organization={organization}
            onChange={change}
          />
        ) : null}
        {step === 'other' ? (
          <>
            <Tick
              text={t('menu.on')}
              hint={t('menu.onHint')}
              on={form.on}
              onChange={(on) => {
                change({ on })
              }}
            />
            <Tick
              text={t('menu.showsContact')}
              hint={t('menu.showsContactHint')}
              on={form.showsContact}
              onChange={(showsContact) => {
                change({ showsContact })
              }}
            />
          </>
        ) : null}
        {problem ? <ErrorLine text={t(`menu.problems.${problem.kind}`, { entry: problem.entry })} /> : null}
      </SettingsForm>
      <MenuPreview plan={form} profile={organization.organization.profile} />
    </div>
  )
}

interface StyleStepProps {
  readonly plan: NavMenuPlan
  readonly onChange: (more: Partial<NavMenuPlan>) => void
}

const StyleStep = ({ plan, onChange }: StyleStepProps) => {
  const { t } = useTranslation('texts')
  return (
    <>
      <div className="fy-form-field">
        <span>{t('menu.layout')}</span>
        <Segments
          label={t('menu.layout')}
          value={plan.layout}
          options={LAYOUTS.map((layout) => [layout, t(`menu.layouts.${layout}`)] as const)}
          onChange={(layout) => {
            onChange({ layout })
          }}
        />
      </div>
      <div className="fy-form-field">
        <span>{t('menu.opened')}</span>
        <Segments
          label={t('menu.opened')}
          value={plan.opened}
          options={OPENED.map((opened) => [opened, t(`menu.openedKinds.${opened}`)] as const)}
          onChange={(opened) => {
            onChange({ opened })
          }}
        />
      </div>
    </>
  )
}

/** Whoever seems able to receive from here; the server knows for sure. */
const isThere = ({ groups, agents }: OrganizationView, target: SessionTarget): boolean =>
  target.kind === 'group'
    ? groups.some(({ id }) => id === target.groupId)
    : agents.some(({ id, disabled }) => id === target.agentId && !disabled)

const STEPS = ['style', 'content', 'other'] as const
const LAYOUTS = ['list', 'tiles'] as const
const OPENED = ['all', 'first', 'none'] as const
