import { Plus } from 'lucide-react'

import { QUICK_ENTRY_LIMIT, type QuickEntries } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { Tick } from '../Tick.tsx'
import { Copied } from '../widgets/Copied.tsx'
import { EntryRow } from './EntryRow.tsx'
import { formOf, newEntry, problemOf } from './form.ts'

import './quickEntries.css'

const useQuickEntriesForm = createSettingsForm(formOf)

/** AC › Enterprise › Quick entries: pages of the company's own in the right menu (R-03-118). */
export const QuickEntriesPage = () => {
  const { t } = useTranslation('accountCenter')
  const held = useQuery('organization.get', {})?.quickEntries
  return (
    <CenterPage title={t('names.enterprise/quick-entries')} about={t('quickEntries.about')}>
      {held ? <Entries held={held} /> : <PageSkeleton rows={4} />}
    </CenterPage>
  )
}

const Entries = ({ held }: { readonly held: QuickEntries }) => {
  const { t } = useTranslation('accountCenter')
  const run = useRun()
  const secret = useQuery('quick-entries.secret', {})?.secret ?? null
  const settings = useQuickEntriesForm(held)
  const { form, change } = settings
  const { entries } = form
  return (
    <SettingsForm
      form={settings}
      held={held}
      ready={entries.every((entry) => problemOf(entry) === null)}
      send={({ version }) =>
        run('quick-entries.save', { entries: [...entries], version, renewSecret: form.renewSecret })
      }
      savedIn={({ quickEntries }) => quickEntries}
    >
      <p className="fy-secondary">{t('quickEntries.parameters')}</p>
      {entries.length === 0 ? <p className="fy-secondary">{t('quickEntries.empty')}</p> : null}
      <ol className="fy-quick-entries">
        {entries.map((entry, index) => (
          <EntryRow
            key={entry.id}
            entries={entries}
            index={index}
            onChange={(next) => {
              change({ ...form, entries: next })
            }}
          />
        ))}
      </ol>
      <div>
        <Button
          disabled={entries.length >= QUICK_ENTRY_LIMIT}
          onClick={() => {
            change({ ...form, entries: [...entries, newEntry(crypto.randomUUID())] })
          }}
        >
          <Plus aria-hidden="true" /> {t('quickEntries.add')}
        </Button>{' '}
        <span className="fy-secondary">{t('quickEntries.limit', { count: QUICK_ENTRY_LIMIT })}</span>
      </div>
      {secret === null ? null : (
        <>
          <Copied label={t('quickEntries.secret')} hint={t('quickEntries.secretHint')} text={secret} />
          <Tick
            text={t('quickEntries.renew')}
            hint={t('quickEntries.renewHint')}
            on={form.renewSecret}
            onChange={(renewSecret) => {
              change({ ...form, renewSecret })
            }}
          />
        </>
      )}
    </SettingsForm>
  )
}
