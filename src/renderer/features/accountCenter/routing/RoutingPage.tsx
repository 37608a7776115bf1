import { useState } from 'react'

import type { OrganizationView } from '../../../../client/api.ts'
import { MOST_RULES, type RoutingRule, type RoutingRules } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { RuleList } from '../RuleList.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { newRule } from './form.ts'
import { OwnerChoice } from './OwnerChoice.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { TryOut } from './TryOut.tsx'

import './routing.css'

const useRulesForm = createSettingsForm(({ rules }: RoutingRules): readonly RoutingRule[] => rules)

/** AC › Reception › Routing rules. */
export const RoutingPage = () => {
  const { t } = useTranslation('routing')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('title')} about={t('about')}>
      {organization ? <Rules organization={organization} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}

const Rules = ({ organization }: { readonly organization: OrganizationView }) => {
  const { t } = useTranslation('routing')
  const { rules: held } = organization
  const settings = useRulesForm(held)
  const { form, change } = settings
  const [editing, setEditing] = useState<RoutingRule | null>(null)
  const run = useRun()
  const takeOver = (rule: RoutingRule): void => {
    const known = form.some(({ id }) => id === rule.id)
    change(known ? form.map((one) => (one.id === rule.id ? rule : one)) : [...form, rule])
    setEditing(null)
  }
  const nameOf = ({ receiver }: RoutingRule): string => {
    const { groups, agents, bots } = organization
    switch (receiver?.kind) {
      case undefined:
        return t('asEntry')
      case 'group':
        return groups.find(({ id }) => id === receiver.groupId)?.name ?? t('gone')
      case 'agent':
        return agents.find(({ id }) => id === receiver.agentId)?.name ?? t('gone')
      case 'bot':
        return bots.find(({ id }) => id === receiver.botId)?.name ?? t('gone')
    }
  }
  const summaryOf = (rule: RoutingRule): string =>
    t('summary', { count: rule.conditions.length, receiver: nameOf(rule) })
  return (
    <div className="fy-routing">
      <div className="fy-routing-rules">
        <SettingsForm
          form={settings}
          held={held}
          ready
          send={({ version }) => run('routing-rules.save', { rules: [...form], version })}
          savedIn={(saved) => saved.rules}
        >
          <RuleList
            rules={form}
            empty={t('none')}
            summaryOf={summaryOf}
            onChange={change}
            onEdit={setEditing}
          />
          <div>
            <Button
              disabled={form.length >= MOST_RULES}
              onClick={() => {
                setEditing(newRule(crypto.randomUUID()))
              }}
            >
              {t('new')}
            </Button>
          </div>
        </SettingsForm>
        <div className="fy-center-form">
          <OwnerChoice organization={organization.organization} />
        </div>
      </div>
      <TryOut rules={form} organization={organization} />
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
