import { ok, refuse } from '../../../base/result.ts'
import { findSurvey, saveSurvey as saveRow } from '../../db/surveys.ts'
import type { Handler } from '../handler.ts'

export const saveSurvey: Handler<'survey.save'> = async (work, _principal, args) => {
  const before = await findSurvey(work.tx, work.organizationId)
  if ((before?.version ?? 0) !== args.version) return refuse('conflict')
  const survey = { ...args, version: args.version + 1 }
  await saveRow(work.tx, work.organizationId, survey)
  work.publish('org', 'survey.changed', { survey })
  return ok({ survey })
}
