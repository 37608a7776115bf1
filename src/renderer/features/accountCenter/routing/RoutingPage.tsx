import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import { MOST_RULES, type RoutingRule, type RoutingRules } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { RuleList } from '../RuleList.tsx'
import { SaveBar } from '../SaveBar.tsx'
import { useSave } from '../useSave.ts'
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
  const { rules: saved } = organization
  const { seen, form, touched, change, restart } = useRulesForm(saved)
  const [editing, setEditing] = useState<RoutingRule | null>(null)
  const save = useSave()
  const run = useRun()
  const saveOver = async (version: number): Promise<void> => {
    const done = await save.attempt(run('routing-rules.save', { rules: [...form], version }))
    if (done) restart(done.rules)
  }
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
        <form
          className="fy-center-form"
          onSubmit={(event) => {
            event.preventDefault()
            void saveOver(seen.version)
          }}
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
          <SaveBar
            save={save}
            touched={touched}
            ready
            onDiscard={() => {
              restart(saved)
              save.forget()
            }}
            onSaveMine={() => {
              void saveOver(saved.version)
            }}
          />
        </form>
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
