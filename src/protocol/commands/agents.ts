import * as z from 'zod'

import { Agent, AgentId } from '../model/index.ts'
import { command } from './command.ts'

const Changed = z.object({ agent: Agent })

/**
 * Takes an account out of use. Its open routed sessions go back to their group's routing, and what waits for it waits for
 * the group (R-01-067). Not one's own account, and not that of another administrator.
 */
export const disableAgent = command('agent.disable', {
  by: 'agent',
  permission: 'admin',
  sensitive: true,
  args: z.strictObject({ agentId: AgentId }),
  result: Changed,
  codes: [],
})

/** Gives an account back as it was. */
export const enableAgent = command('agent.enable', {
  by: 'agent',
  permission: 'admin',
  sensitive: true,
  args: z.strictObject({ agentId: AgentId }),
  result: Changed,
  codes: [],
})

/** What one is called: by colleagues, and by customers (R-03-151). */
export const saveOwnProfile = command('agent-profile.save', {
  by: 'agent',
  permission: null,
  args: z.strictObject({ name: Agent.shape.name, outwardName: Agent.shape.outwardName }),
  result: Changed,
  codes: [],
})
