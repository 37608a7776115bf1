import { useState } from 'react'

import type { Survey } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useErrorText } from '../../../i18n/index.ts'
import { argsOf, type SurveyForm } from './form.ts'

export interface SaveSurvey {
  readonly busy: boolean
  readonly failure: string | null
  /** Somebody else saved first. */
  readonly conflict: boolean
  /** Answers the survey as it was saved; null: it was not. */
  readonly save: (form: SurveyForm, seen: Survey) => Promise<Survey | null>
  readonly forget: () => void
}

export const useSaveSurvey = (): SaveSurvey => {
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ readonly text: string; readonly conflict: boolean } | null>(null)
  return {
    busy,
    failure: failure?.text ?? null,
    conflict: failure?.conflict ?? false,
    save: async (form, seen) => {
      setBusy(true)
      setFailure(null)
      const answer = await run('survey.save', argsOf(form, seen.version))
      setBusy(false)
      if (answer.ok) return answer.value.survey
      setFailure({ text: errorText(answer.code, answer.details), conflict: answer.code === 'conflict' })
      return null
    },
    forget: () => {
      setFailure(null)
    },
  }
}
