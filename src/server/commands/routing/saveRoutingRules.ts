import { ok, refuse } from '../../../base/result.ts'
import type { RuleReceiver } from '../../../protocol/model/index.ts'
import { findRoutingRules, saveRoutingRules as saveRow } from '../../db/routingRules.ts'
import type { Directory } from '../../engine/directory.ts'
import type { Handler } from '../handler.ts'

export const saveRoutingRules: Handler<'routing-rules.save'> = async (work, _principal, args) => {
  const before = await findRoutingRules(work.tx, work.organizationId)
  if (before.version !== args.version) return refuse('conflict')
  const directory = await work.directory()
  const lost = args.rules.find(({ on, receiver }) => on && receiver && !isThere(directory, receiver))
  if (lost) return refuse('receiver-missing', { name: lost.name })
  const rules = { rules: args.rules, version: args.version + 1 }
  await saveRow(work.tx, work.organizationId, rules)
  work.publish('org', 'routing-rules.changed', { rules })
  return ok({ rules })
}

const isThere = ({ agents, groups, bots }: Directory, receiver: RuleReceiver): boolean => {
  switch (receiver.kind) {
    case 'group':
      return groups.has(receiver.groupId)
    case 'agent':
      return agents.get(receiver.agentId)?.permissions.has('reception.receive') === true
    case 'bot':
      return bots.has(receiver.botId)
  }
}
