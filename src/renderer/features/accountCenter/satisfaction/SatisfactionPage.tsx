import type { Survey } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { ErrorLine, Field, Segments } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { Tick } from '../Tick.tsx'
import { CardPreview } from './CardPreview.tsx'
import { argsOf, cardOf, formOf, isLong, problemsOf, type SurveyForm } from './form.ts'
import { StarFields } from './StarFields.tsx'

import './satisfaction.css'

const useSurveyForm = createSettingsForm(formOf)

/** AC › Reception › Satisfaction. */
export const SatisfactionPage = () => {
  const { t } = useTranslation('accountCenter')
  const survey = useQuery('organization.get', {})?.survey
  return (
    <CenterPage title={t('names.reception/satisfaction')} about={t('satisfaction.about')}>
      {survey ? <Settings survey={survey} /> : <PageSkeleton rows={8} />}
    </CenterPage>
  )
}

const Settings = ({ survey }: { readonly survey: Survey }) => {
  const { t } = useTranslation('accountCenter')
  const settings = useSurveyForm(survey)
  const { form, change: replace } = settings
  const run = useRun()
  const [problem] = problemsOf(form)
  const change = (more: Partial<SurveyForm>): void => {
    replace({ ...form, ...more })
  }
  return (
    <div className="fy-survey">
      <SettingsForm
        form={settings}
        held={survey}
        ready={problem === undefined}
        send={({ version }) => run('survey.save', argsOf(form, version))}
        savedIn={(saved) => saved.survey}
      >
        <Tick
          text={t('satisfaction.on')}
          hint={t('satisfaction.onHint')}
          on={form.on}
          onChange={(on) => {
            change({ on })
          }}
        />
        <div className="fy-survey-line">
          <Segments
            label={t('satisfaction.sending')}
            value={form.sending}
            options={SENDINGS.map((sending) => [sending, t(`satisfaction.sendings.${sending}`)] as const)}
            onChange={(sending) => {
              change({ sending })
            }}
          />
        </div>
        <Field label={t('satisfaction.validHours')} hint={t('satisfaction.validHoursHint')}>
          <input
            inputMode="numeric"
            value={form.validHours}
            aria-invalid={problem === 'hours'}
            onChange={({ target: { value } }) => {
              change({ validHours: value })
            }}
          />
        </Field>
        <Field label={t('satisfaction.question')} hint={t('satisfaction.textsHint')}>
          <input
            value={form.question}
            aria-invalid={isLong('question', form.question)}
            onChange={({ target: { value } }) => {
              change({ question: value })
            }}
          />
        </Field>
        <StarFields
          stars={form.stars}
          onChange={(stars) => {
            change({ stars })
          }}
        />
        <Tick
          text={t('satisfaction.asksSolved')}
          hint={t('satisfaction.asksSolvedHint')}
          on={form.asksSolved}
          onChange={(asksSolved) => {
            change({ asksSolved })
          }}
        />
        <Field label={t('satisfaction.thanks')}>
          <input
            value={form.thanks}
            aria-invalid={isLong('thanks', form.thanks)}
            onChange={({ target: { value } }) => {
              change({ thanks: value })
            }}
          />
        </Field>
        {problem ? <ErrorLine text={t(`satisfaction.problems.${problem}`)} /> : null}
      </SettingsForm>
      <CardPreview card={cardOf(form)} />
    </div>
  )
}

const SENDINGS: readonly Survey['sending'][] = ['automatic', 'manual']
