import type { Survey } from '../../../../protocol/model/index.ts'
import type { SurveyForm } from './form.ts'

interface Kept {
  /** The survey the form began with. */
  readonly seen: Survey
  readonly form: SurveyForm
}

let kept: Kept | null = null

/** What was typed and not saved when the page was left: nothing is lost by looking at another one. */
export const keptForm = (): Kept | null => kept

export const keepForm = (form: Kept | null): void => {
  kept = form
}
