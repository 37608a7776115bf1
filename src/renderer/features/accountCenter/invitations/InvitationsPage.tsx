import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import type { InvitationRule, InvitationSettings } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, ErrorLine, Skeleton } from '../../../ui/index.ts'
import { Tick } from '../Tick.tsx'
import { useSave } from '../useSave.ts'
import { areLooks, formOf, isSame, newRule, type InvitationsForm } from './form.ts'
import { InvitationPreview } from './InvitationPreview.tsx'
import { keepForm, keptForm } from './keptForm.ts'
import { LookFields } from './LookFields.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleList } from './RuleList.tsx'

import './invitations.css'

/** AC › Reception › Proactive invitations. */
export const InvitationsPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  return (
    <section aria-labelledby="invitations-title">
      <header className="fy-center-head">
        <div>
          <h2 id="invitations-title">{t('names.reception/invitations')}</h2>
          <p>{t('invitations.about')}</p>
        </div>
      </header>
      {organization ? <Settings organization={organization} /> : <Skeleton rows={8} rowHeight={44} />}
    </section>
  )
}

const MOST_RULES = 20

const Settings = ({ organization }: { readonly organization: OrganizationView }) => {
  const { t } = useTranslation('accountCenter')
  const { invitations } = organization
  const [state, setState] = useState(() => keptForm() ?? { seen: invitations, form: formOf(invitations) })
  const [editing, setEditing] = useState<InvitationRule | null>(null)
  const { busy, failure, conflict, attempt, forget } = useSave()
  const run = useRun()
  // Until something is changed the page shows what holds now.
  const touched = !isSame(state.form, formOf(state.seen))
  const { seen, form } = touched ? state : { seen: invitations, form: formOf(invitations) }
  const tooLong = !areLooks(form.manualLooks)
  const show = (next: typeof state): void => {
    keepForm(isSame(next.form, formOf(next.seen)) ? null : next)
    setState(next)
  }
  const change = (more: Partial<InvitationsForm>): void => {
    show({ seen, form: { ...form, ...more } })
  }
  const showTheirs = (): void => {
    show({ seen: invitations, form: formOf(invitations) })
    forget()
  }
  const saveOver = async (base: InvitationSettings): Promise<void> => {
    const saved = await attempt(run('invitations.save', { ...form, version: base.version }))
    if (saved) show({ seen: saved.invitations, form: formOf(saved.invitations) })
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
  const [main] = organization.groups
  return (
    <div className="fy-invitations">
      <form
        className="fy-center-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!tooLong) void saveOver(seen)
        }}
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
          nameOf={nameOf}
          onChange={(rules) => {
            change({ rules })
          }}
          onEdit={setEditing}
        />
        {tooLong ? <ErrorLine text={t('invitations.problems.long')} /> : null}
        {failure ? (
          <ErrorLine text={failure}>
            {conflict ? (
              <>
                <Button onClick={showTheirs}>{t('showTheirs')}</Button>
                <Button
                  onClick={() => {
                    void saveOver(invitations)
                  }}
                >
                  {t('saveMine')}
                </Button>
              </>
            ) : null}
          </ErrorLine>
        ) : null}
        <div className="fy-center-save">
          <Button type="submit" kind="primary" disabled={!touched || busy || tooLong}>
            {t('save')}
          </Button>
          {touched ? (
            <>
              <Button kind="quiet" onClick={showTheirs}>
                {t('discard')}
              </Button>
              <span className="fy-secondary">{t('unsaved')}</span>
            </>
          ) : null}
        </div>
      </form>
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
