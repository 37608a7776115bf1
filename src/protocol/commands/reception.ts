import * as z from 'zod'

import { Agent, AgentId, Organization, Version } from '../model/index.ts'
import { command } from './command.ts'

/** Decides how customers are given to agents; whoever saved first wins. */
export const configureReception = command('reception.configure', {
  by: 'agent',
  permission: 'reception.routing',
  sensitive: true,
  args: z.strictObject({
    ...Organization.pick({ policy: true, capacity: true, reception: true }).shape,
    waitingLimitMs: z.int().min(1000).max(86_400_000),
    version: Version,
  }),
  result: z.object({ organization: Organization }),
  codes: ['conflict', 'member-cannot-receive', 'group-missing', 'bot-missing'],
})

/** Whether whoever writes to the main account is received at once (R-02-093); `version` is the organisation's. */
export const configureMainAccount = command('main-account.configure', {
  by: 'agent',
  permission: 'main-account.auto-accept',
  sensitive: true,
  args: z.strictObject({ autoAccept: z.boolean(), version: Version }),
  result: z.object({ organization: Organization }),
  codes: ['conflict'],
})

/** Gives some agents a capacity of their own, or with null the organisation's again (R-02-066). */
export const setCapacity = command('agent.set-capacity', {
  by: 'agent',
  permission: 'reception.routing',
  sensitive: true,
  args: z.strictObject({ agentIds: z.array(AgentId).min(1).max(500), capacity: Agent.shape.capacity }),
  result: z.object({}),
  codes: [],
})
