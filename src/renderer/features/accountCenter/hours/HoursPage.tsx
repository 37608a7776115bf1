import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import type { Organization } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { ErrorLine, Field, Skeleton } from '../../../ui/index.ts'
import { OFF_HOURS_KINDS } from '../measures/edits.ts'
import { MeasureList } from '../measures/MeasureList.tsx'
import { SaveBar } from '../SaveBar.tsx'
import { Tick } from '../Tick.tsx'
import { useSave } from '../useSave.ts'
import { hoursOf, problemOf } from './form.ts'
import { HoursFields } from './HoursFields.tsx'
import { HoursNow } from './HoursNow.tsx'
import { keepForm, keptForm } from './keptForm.ts'
import {
  ANSWER_HOURS,
  argsOf,
  isAnswerHours,
  isReady,
  isSame,
  settingsOf,
  type HoursSettings,
} from './settings.ts'

/** AC › Reception › Business hours. */
export const HoursPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  return (
    <section aria-labelledby="hours-title">
      <header className="fy-center-head">
        <div>
          <h2 id="hours-title">{t('names.reception/hours')}</h2>
          <p>{t('hours.about')}</p>
        </div>
      </header>
      {organization ? <Settings view={organization} /> : <Skeleton rows={8} rowHeight={44} />}
    </section>
  )
}

const Settings = ({ view }: { readonly view: OrganizationView }) => {
  const { t } = useTranslation('accountCenter')
  const { organization, groups } = view
  const [state, setState] = useState(
    () => keptForm() ?? { seen: organization, form: settingsOf(organization) },
  )
  const { attempt, forget, ...save } = useSave()
  const run = useRun()
  // Until something is typed the page shows what holds now.
  const touched = !isSame(state.form, settingsOf(state.seen))
  const { seen, form } = touched ? state : { seen: organization, form: settingsOf(organization) }
  const problem = form.always ? null : problemOf(form.hours)
  const show = (next: typeof state): void => {
    keepForm(isSame(next.form, settingsOf(next.seen)) ? null : next)
    setState(next)
  }
  const change = (more: Partial<HoursSettings>): void => {
    show({ seen, form: { ...form, ...more } })
  }
  const saveOver = async (base: Organization): Promise<void> => {
    const saved = await attempt(run('reception.configure', argsOf(form, base)))
    if (saved) show({ seen: saved.organization, form: settingsOf(saved.organization) })
  }
  return (
    <form
      className="fy-center-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady(form)) void saveOver(seen)
      }}
    >
      <HoursNow hours={form.always ? null : hoursOf(form.hours)} timeZone={organization.timeZone} />
      <Tick
        text={t('hours.always')}
        hint={t('hours.alwaysHint')}
        on={form.always}
        onChange={(always) => {
          change({ always })
        }}
      />
      {form.always ? null : (
        <HoursFields
          form={form.hours}
          onChange={(hours) => {
            change({ hours })
          }}
        />
      )}
      {problem ? <ErrorLine text={t(`hours.problems.${problem}`)} /> : null}
      <MeasureList
        label={t('hours.offHours')}
        kinds={OFF_HOURS_KINDS}
        measures={form.offHours}
        groups={groups}
        onChange={(offHours) => {
          change({ offHours: [...offHours] })
        }}
      />
      <Tick
        text={t('hours.ownerIgnores')}
        hint={t('hours.ownerIgnoresHint')}
        on={form.ownerIgnoresHours}
        onChange={(ownerIgnoresHours) => {
          change({ ownerIgnoresHours })
        }}
      />
      <div className="fy-center-pairs">
        <Field label={t('hours.answerHours')} hint={t('hours.answerHoursHint', ANSWER_HOURS)}>
          <input
            inputMode="numeric"
            value={form.answerHours}
            aria-invalid={!isAnswerHours(form.answerHours)}
            onChange={({ target: { value } }) => {
              change({ answerHours: value })
            }}
          />
        </Field>
      </div>
      <SaveBar
        save={save}
        touched={touched}
        ready={isReady(form)}
        onDiscard={() => {
          show({ seen: organization, form: settingsOf(organization) })
          forget()
        }}
        onSaveMine={() => {
          void saveOver(organization)
        }}
      />
    </form>
  )
}
