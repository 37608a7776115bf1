import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import type { AgentGreeting, GreetingId, Greetings } from '../../../../protocol/model/index.ts'
import { GREETING_TEXT_LIMIT, GREETINGS_LIMIT } from '../../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, ErrorLine } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SaveBar } from '../SaveBar.tsx'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { useSave } from '../useSave.ts'
import { choosable, formOf, isLong, withGreeting, type GreetingsForm } from './form.ts'
import { GreetingEditor } from './GreetingEditor.tsx'
import { GreetingList } from './GreetingList.tsx'

const useGreetingsForm = createSettingsForm(formOf)

/** AC › Reception › Greetings. */
export const GreetingsPage = () => {
  const { t } = useTranslation('accountCenter')
  const { t: tTexts } = useTranslation('texts')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.reception/greetings')} about={tTexts('greetings.about')}>
      {organization ? <Settings organization={organization} /> : <PageSkeleton rows={6} />}
    </CenterPage>
  )
}

const Settings = ({ organization }: { readonly organization: OrganizationView }) => {
  const { t } = useTranslation('texts')
  const { greetings, agents } = organization
  const { seen, form, touched, change: replace, restart } = useGreetingsForm(greetings)
  const [editing, setEditing] = useState<AgentGreeting | null>(null)
  const { attempt, forget, ...save } = useSave()
  const run = useRun()
  const long = isLong(form.defaults)
  const change = (more: Partial<GreetingsForm>): void => {
    replace({ ...form, ...more })
  }
  const showTheirs = (): void => {
    restart(greetings)
    forget()
  }
  const saveOver = async (base: Greetings): Promise<void> => {
    const saved = await attempt(run('greetings.save', { ...form, version: base.version }))
    if (saved) restart(saved.greetings)
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
            replace(withGreeting(form, greeting))
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
