import { useState } from 'react'

import type { OrganizationView } from '../../../../client/api.ts'
import type { AgentGreeting, GreetingId } from '../../../../protocol/model/index.ts'
import { GREETING_TEXT_LIMIT, GREETINGS_LIMIT } from '../../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, ErrorLine } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
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
  const settings = useGreetingsForm(greetings)
  const { form, change: replace } = settings
  const [editing, setEditing] = useState<AgentGreeting | null>(null)
  const run = useRun()
  const long = isLong(form.defaults)
  const change = (more: Partial<GreetingsForm>): void => {
    replace({ ...form, ...more })
  }
  return (
    <>
      <SettingsForm
        form={settings}
        held={greetings}
        ready={!long}
        send={({ version }) => run('greetings.save', { ...form, version })}
        savedIn={(saved) => saved.greetings}
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
      </SettingsForm>
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
