import { useTranslation } from 'react-i18next'

import type { Survey } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { ErrorLine, Field, Segments } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SaveBar } from '../SaveBar.tsx'
import { Tick } from '../Tick.tsx'
import { useSave } from '../useSave.ts'
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
  const { seen, form, touched, change: replace, restart } = useSurveyForm(survey)
  const { attempt, forget, ...save } = useSave()
  const run = useRun()
  const [problem] = problemsOf(form)
  const change = (more: Partial<SurveyForm>): void => {
    replace({ ...form, ...more })
  }
  const showTheirs = (): void => {
    restart(survey)
    forget()
  }
  const saveOver = async (base: Survey): Promise<void> => {
    const saved = await attempt(run('survey.save', argsOf(form, base.version)))
    if (saved) restart(saved.survey)
  }
  return (
    <div className="fy-survey">
      <form
        className="fy-center-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!problem) void saveOver(seen)
        }}
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
        <SaveBar
          save={save}
          touched={touched}
          ready={problem === undefined}
          onDiscard={showTheirs}
          onSaveMine={() => {
            void saveOver(survey)
          }}
        />
      </form>
      <CardPreview card={cardOf(form)} />
    </div>
  )
}

const SENDINGS: readonly Survey['sending'][] = ['automatic', 'manual']
