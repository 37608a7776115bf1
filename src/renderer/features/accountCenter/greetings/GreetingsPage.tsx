import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import type { AgentGreeting, GreetingId, Greetings } from '../../../../protocol/model/index.ts'
import { GREETING_TEXT_LIMIT, GREETINGS_LIMIT } from '../../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, ErrorLine, Skeleton } from '../../../ui/index.ts'
import { SaveBar } from '../SaveBar.tsx'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { useSave } from '../useSave.ts'
import { choosable, formOf, isLong, isSame, withGreeting, type GreetingsForm } from './form.ts'
import { GreetingEditor } from './GreetingEditor.tsx'
import { GreetingList } from './GreetingList.tsx'
import { keepForm, keptForm } from './keptForm.ts'

/** AC › Reception › Greetings. */
export const GreetingsPage = () => {
  const { t } = useTranslation('accountCenter')
  const { t: tTexts } = useTranslation('texts')
  const organization = useQuery('organization.get', {})
  return (
    <section aria-labelledby="greetings-title">
      <header className="fy-center-head">
        <div>
          <h2 id="greetings-title">{t('names.reception/greetings')}</h2>
          <p>{tTexts('greetings.about')}</p>
        </div>
      </header>
      {organization ? <Settings organization={organization} /> : <Skeleton rows={6} rowHeight={44} />}
    </section>
  )
}

const Settings = ({ organization }: { readonly organization: OrganizationView }) => {
  const { t } = useTranslation('texts')
  const { greetings, agents } = organization
  const [state, setState] = useState(() => keptForm() ?? { seen: greetings, form: formOf(greetings) })
  const [editing, setEditing] = useState<AgentGreeting | null>(null)
  const { attempt, forget, ...save } = useSave()
  const run = useRun()
  // Until something is changed the page shows what holds now.
  const touched = !isSame(state.form, formOf(state.seen))
  const { seen, form } = touched ? state : { seen: greetings, form: formOf(greetings) }
  const long = isLong(form.defaults)
  const show = (next: typeof state): void => {
    keepForm(isSame(next.form, formOf(next.seen)) ? null : next)
    setState(next)
  }
  const change = (more: Partial<GreetingsForm>): void => {
    show({ seen, form: { ...form, ...more } })
  }
  const showTheirs = (): void => {
    show({ seen: greetings, form: formOf(greetings) })
    forget()
  }
  const saveOver = async (base: Greetings): Promise<void> => {
    const saved = await attempt(run('greetings.save', { ...form, version: base.version }))
    if (saved) show({ seen: saved.greetings, form: formOf(saved.greetings) })
  }
  return (
    <>
      <form
        className="fy-center-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!long) void saveOver(seen)
        }}
      >
        <div className="fy-texts-head">
          <h3>{t('greetings.own')}</h3>
          <span className="fy-grow" />
          <Button
            disabled={form.own.length >= GREETINGS_LIMIT}
            onClick={() => {
              const id = crypto.randomUUID() as GreetingId
              setEditing({ id, agentIds: [], online: '', offline: '' })
            }}
          >
            {t('greetings.new')}
          </Button>
        </div>
        <GreetingList
          greetings={form.own}
          agents={agents}
          onEdit={setEditing}
          onRemove={({ id }) => {
            change({ own: form.own.filter((one) => one.id !== id) })
          }}
        />
        <div className="fy-texts-head">
          <h3>{t('greetings.defaults')}</h3>
        </div>
        <p className="fy-secondary">{t('greetings.defaultsHint')}</p>
        <div className="fy-center-pairs">
          {KINDS.map((kind) => (
            <CompanyTextField
              key={kind}
              label={t(`greetings.${kind}`)}
              value={form.defaults[kind]}
              limit={GREETING_TEXT_LIMIT}
              rows={3}
              onChange={(text) => {
                change({ defaults: { ...form.defaults, [kind]: text } })
              }}
            />
          ))}
        </div>
        {long ? <ErrorLine text={t('greetings.problems.long')} /> : null}
        <SaveBar
          save={save}
          touched={touched}
          ready={!long}
          onDiscard={showTheirs}
          onSaveMine={() => {
            void saveOver(greetings)
          }}
        />
      </form>
      {editing ? (
        <GreetingEditor
          key={editing.id}
          greeting={editing}
          agents={choosable(agents, form.own, editing.id)}
          onDone={(greeting) => {
            show({ seen, form: withGreeting(form, greeting) })
            setEditing(null)
          }}
          onClose={() => {
            setEditing(null)
          }}
        />
      ) : null}
    </>
  )
}

const KINDS = ['online', 'offline'] as const
