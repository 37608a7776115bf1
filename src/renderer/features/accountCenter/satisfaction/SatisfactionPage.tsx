import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Survey } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { ErrorLine, Field, Segments, Skeleton } from '../../../ui/index.ts'
import { SaveBar } from '../SaveBar.tsx'
import { Tick } from '../Tick.tsx'
import { useSave } from '../useSave.ts'
import { CardPreview } from './CardPreview.tsx'
import { argsOf, cardOf, formOf, isSame, problemsOf, type SurveyForm } from './form.ts'
import { keepForm, keptForm } from './keptForm.ts'
import { StarFields } from './StarFields.tsx'

import './satisfaction.css'

/** AC › Reception › Satisfaction. */
export const SatisfactionPage = () => {
  const { t } = useTranslation('accountCenter')
  const survey = useQuery('organization.get', {})?.survey
  return (
    <section aria-labelledby="satisfaction-title">
      <header className="fy-center-head">
        <div>
          <h2 id="satisfaction-title">{t('names.reception/satisfaction')}</h2>
          <p>{t('satisfaction.about')}</p>
        </div>
      </header>
      {survey ? <Settings survey={survey} /> : <Skeleton rows={8} rowHeight={44} />}
    </section>
  )
}

const Settings = ({ survey }: { readonly survey: Survey }) => {
  const { t } = useTranslation('accountCenter')
  const [state, setState] = useState(() => keptForm() ?? { seen: survey, form: formOf(survey) })
  const { attempt, forget, ...save } = useSave()
  const run = useRun()
  // Until something is typed the page shows what holds now.
  const touched = !isSame(state.form, formOf(state.seen))
  const { seen, form } = touched ? state : { seen: survey, form: formOf(survey) }
  const [problem] = problemsOf(form)
  const show = (next: typeof state): void => {
    keepForm(isSame(next.form, formOf(next.seen)) ? null : next)
    setState(next)
  }
  const change = (more: Partial<SurveyForm>): void => {
    show({ seen, form: { ...form, ...more } })
  }
  const showTheirs = (): void => {
    show({ seen: survey, form: formOf(survey) })
    forget()
  }
  const saveOver = async (base: Survey): Promise<void> => {
    const saved = await attempt(run('survey.save', argsOf(form, base.version)))
    if (saved) show({ seen: saved.survey, form: formOf(saved.survey) })
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
