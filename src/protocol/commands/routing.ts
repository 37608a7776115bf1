import * as z from 'zod'

import { RoutingRules } from '../model/index.ts'
import { command } from './command.ts'

/**
 * Saves the routing rules in their order; `version` is that of the list their author saw: whoever saved first wins. A rule
 * that is on must name somebody who is there.
 */
export const saveRoutingRules = command('routing-rules.save', {
  by: 'agent',
  permission: 'reception.routing',
  sensitive: true,
  args: z.strictObject(RoutingRules.shape),
  result: z.object({ rules: RoutingRules }),
  codes: ['conflict', 'receiver-missing'],
})
