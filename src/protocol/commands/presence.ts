import * as z from 'zod'

import { Presence } from '../model/index.ts'
import { command } from './command.ts'

/** Chooses the own presence, for all devices (R-02-060, R-02-068). `offline` comes from signing out only. */
export const setPresence = command('presence.set', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ presence: Presence.exclude(['offline']) }),
  result: z.object({}),
  codes: [],
})

/** Switches whether new sessions are assigned (R-02-061, R-02-062). */
export const setReception = command('reception.set', {
  by: 'agent',
  permission: 'reception.receive',
  args: z.strictObject({ on: z.boolean() }),
  result: z.object({}),
  codes: [],
})
