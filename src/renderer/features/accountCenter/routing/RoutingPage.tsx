import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import { MOST_RULES, type RoutingRule, type RoutingRules } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, Skeleton } from '../../../ui/index.ts'
import { SaveBar } from '../SaveBar.tsx'
import { useSave } from '../useSave.ts'
import { newRule } from './form.ts'
import { keepForm, keptForm } from './kept.ts'
import { OwnerChoice } from './OwnerChoice.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleList } from './RuleList.tsx'
import { TryOut } from './TryOut.tsx'

import './routing.css'

/** AC › Reception › Routing rules. */
export const RoutingPage = () => {
  const { t } = useTranslation('routing')
  const organization = useQuery('organization.get', {})
  return (
    <section aria-labelledby="routing-title">
      <header className="fy-center-head">
        <div>
          <h2 id="routing-title">{t('title')}</h2>
          <p>{t('about')}</p>
        </div>
      </header>
      {organization ? <Rules organization={organization} /> : <Skeleton rows={8} rowHeight={44} />}
    </section>
  )
}

const Rules = ({ organization }: { readonly organization: OrganizationView }) => {
  const { t } = useTranslation('routing')
  const { rules: saved } = organization
  const [state, setState] = useState(() => keptForm() ?? { seen: saved, form: saved.rules })
  const [editing, setEditing] = useState<RoutingRule | null>(null)
  const save = useSave()
  const run = useRun()
  // Until something is changed the page shows what holds now.
  const touched = JSON.stringify(state.form) !== JSON.stringify(state.seen.rules)
  const { seen, form } = touched ? state : { seen: saved, form: saved.rules }
  const show = (next: { readonly seen: RoutingRules; readonly form: readonly RoutingRule[] }): void => {
    keepForm(JSON.stringify(next.form) === JSON.stringify(next.seen.rules) ? null : next)
    setState(next)
  }
  const change = (rules: readonly RoutingRule[]): void => {
    show({ seen, form: rules })
  }
  const saveOver = async (version: number): Promise<void> => {
    const done = await save.attempt(run('routing-rules.save', { rules: [...form], version }))
    if (done) show({ seen: done.rules, form: done.rules.rules })
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
  return (
    <div className="fy-routing">
      <form
        className="fy-center-form"
        onSubmit={(event) => {
          event.preventDefault()
          void saveOver(seen.version)
        }}
      >
        <RuleList rules={form} nameOf={nameOf} onChange={change} onEdit={setEditing} />
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
            show({ seen: saved, form: saved.rules })
            save.forget()
          }}
          onSaveMine={() => {
            void saveOver(saved.version)
          }}
        />
        <OwnerChoice organization={organization.organization} />
      </form>
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
