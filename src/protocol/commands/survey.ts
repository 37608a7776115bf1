import * as z from 'zod'

import { Survey } from '../model/index.ts'
import { command } from './command.ts'

/** Saves the settings of the satisfaction survey; `version` is the one their author saw: whoever saved first wins. */
export const saveSurvey = command('survey.save', {
  by: 'agent',
  permission: 'reception.groups',
  sensitive: true,
  args: z.strictObject(Survey.shape),
  result: z.object({ survey: Survey }),
  codes: ['conflict'],
})
