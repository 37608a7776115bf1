import { useState } from 'react'

import type { OrganizationView } from '../../../../client/api.ts'
import type { InvitationRule } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, ErrorLine } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { RuleList } from '../RuleList.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { Tick } from '../Tick.tsx'
import { areLooks, formOf, newRule, type InvitationsForm } from './form.ts'
import { InvitationPreview } from './InvitationPreview.tsx'
import { LookFields } from './LookFields.tsx'
import { RuleEditor } from './RuleEditor.tsx'

import './invitations.css'

const useInvitationsForm = createSettingsForm(formOf)

/** AC › Reception › Proactive invitations. */
export const InvitationsPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.reception/invitations')} about={t('invitations.about')}>
      {organization ? <Settings organization={organization} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}

const MOST_RULES = 20

const Settings = ({ organization }: { readonly organization: OrganizationView }) => {
  const { t } = useTranslation('accountCenter')
  const { invitations } = organization
  const settings = useInvitationsForm(invitations)
  const { form, change: replace } = settings
  const [editing, setEditing] = useState<InvitationRule | null>(null)
  const run = useRun()
  const tooLong = !areLooks(form.manualLooks)
  const change = (more: Partial<InvitationsForm>): void => {
    replace({ ...form, ...more })
  }
  const takeOver = (rule: InvitationRule): void => {
    const known = form.rules.some(({ id }) => id === rule.id)
    const rules = known ? form.rules.map((one) => (one.id === rule.id ? rule : one)) : [...form.rules, rule]
    change({ rules })
    setEditing(null)
  }
  const nameOf = ({ receiver }: InvitationRule): string =>
    (receiver.kind === 'group'
      ? organization.groups.find(({ id }) => id === receiver.groupId)?.name
      : organization.agents.find(({ id }) => id === receiver.agentId)?.name) ?? t('invitations.nobody')
  const summaryOf = (rule: InvitationRule): string =>
    t('invitations.summary', { count: rule.conditions.seconds, receiver: nameOf(rule) })
  const [main] = organization.groups
  return (
    <div className="fy-invitations">
      <SettingsForm
        form={settings}
        held={invitations}
        ready={!tooLong}
        send={({ version }) => run('invitations.save', { ...form, version })}
        savedIn={(saved) => saved.invitations}
      >
        <Tick
          text={t('invitations.visitorList')}
          hint={t('invitations.visitorListHint')}
          on={form.visitorList}
          onChange={(visitorList) => {
            change({ visitorList })
          }}
        />
        <Tick
          text={t('invitations.manual')}
          hint={t('invitations.manualHint')}
          on={form.manual}
          onChange={(manual) => {
            change({ manual })
          }}
        />
        {form.manual ? (
          <LookFields
            looks={form.manualLooks}
            onChange={(manualLooks) => {
              change({ manualLooks })
            }}
          />
        ) : null}
        <div className="fy-invitation-head">
          <h3>{t('invitations.automatic')}</h3>
          <span className="fy-grow" />
          <Button
            disabled={!main || form.rules.length >= MOST_RULES}
            onClick={() => {
              if (main) setEditing(newRule(crypto.randomUUID(), main.id))
            }}
          >
            {t('invitations.new')}
          </Button>
        </div>
        <RuleList
          rules={form.rules}
          empty={t('invitations.none')}
          summaryOf={summaryOf}
          onChange={(rules) => {
            change({ rules: [...rules] })
          }}
          onEdit={setEditing}
        />
        {tooLong ? <ErrorLine text={t('invitations.problems.long')} /> : null}
      </SettingsForm>
      {form.manual ? <InvitationPreview looks={form.manualLooks} /> : null}
      {editing ? (
        <RuleEditor
          key={editing.id}
          rule={editing}
          organization={organization}
          onDone={takeOver}
          onClose={() => {
            setEditing(null)
          }}
        />
      ) : null}
    </div>
  )
}
