import * as z from 'zod'

import { RunningSession } from '../model/index.ts'
import { query } from './query.ts'

/**
 * What colleagues for whom the supervisor answers are serving now, those whose customer waits longest first; `total`
 * also counts those that are not among the rows.
 */
export const runningSessions = query(
  'sessions.running',
  z.strictObject({}),
  z.object({ sessions: z.array(RunningSession), total: z.int() }),
)
