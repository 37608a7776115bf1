import type { OrganizationView } from '../../../../client/api.ts'
import type { Organization } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { ErrorLine, Field } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { OFF_HOURS_KINDS } from '../measures/edits.ts'
import { MeasureList } from '../measures/MeasureList.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { Tick } from '../Tick.tsx'
import { hoursOf, problemOf } from './form.ts'
import { HoursFields } from './HoursFields.tsx'
import { HoursNow } from './HoursNow.tsx'
import { ANSWER_HOURS, argsOf, isAnswerHours, isReady, settingsOf, type HoursSettings } from './settings.ts'

const useHoursForm = createSettingsForm((organization: Organization) => settingsOf(organization))

/** AC › Reception › Business hours. */
export const HoursPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  return (
    <CenterPage title={t('names.reception/hours')} about={t('hours.about')}>
      {organization ? <Settings view={organization} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}

const Settings = ({ view }: { readonly view: OrganizationView }) => {
  const { t } = useTranslation('accountCenter')
  const { organization, groups } = view
  const settings = useHoursForm(organization)
  const { form } = settings
  const run = useRun()
  const problem = form.always ? null : problemOf(form.hours)
  const change = (more: Partial<HoursSettings>): void => {
    settings.change({ ...form, ...more })
  }
  return (
    <SettingsForm
      form={settings}
      held={organization}
      ready={isReady(form)}
      send={(base) => run('reception.configure', argsOf(form, base))}
      savedIn={(saved) => saved.organization}
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
    </SettingsForm>
  )
}
