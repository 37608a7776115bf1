import type { Survey } from '../../../../protocol/model/index.ts'
import { createKept } from '../createKept.ts'
import type { SurveyForm } from './form.ts'

export const { keptForm, keepForm } = createKept<Survey, SurveyForm>()
