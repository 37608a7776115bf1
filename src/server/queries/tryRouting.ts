import { ok, refuse } from '../../base/result.ts'
import { overflowOf } from '../../domain/routing/measures.ts'
import { tryRules } from '../../domain/routing/rules.ts'
import type { RoutingOutcome, RoutingStep } from '../../protocol/model/index.ts'
import { decideReceiver } from '../commands/reception/decideReceiver.ts'
import { targetOf } from '../commands/reception/openSession.ts'
import { decideOverflow } from '../commands/reception/overflow.ts'
import { botFor } from '../commands/reception/routeArrival.ts'
import type { RoutingReads } from '../commands/reception/routingReads.ts'
import type { QueryHandler } from './query.ts'

/** Goes the way of a customer who comes with the functions that decide it, and does nothing on it (R-02-083). */
export const tryRouting: QueryHandler<'routing.try'> = async (
  { db, principal, known, directory, now },
  { rules, arrival, lastHandlerId },
) => {
  if (!known.permissions.has('reception.routing')) return refuse('not-found')
  const { organizationId } = principal
  const reads: RoutingReads = { tx: db, organizationId, now, directory: async () => directory }
  const { timeZone, reception } = directory.organization
  const { rule, tried } = tryRules(rules, arrival, { at: now, timeZone, hours: reception.hours })
  const steps: RoutingStep[] = [
    {
      step: 'rules',
      tried: tried.map((one) => ({ ...one, holds: [...one.holds] })),
      matched: rule?.id ?? null,
    },
  ]
  const target =
    rule?.receiver && rule.receiver.kind !== 'bot'
      ? rule.receiver
      : await targetOf(reads, { widget_id: arrival.widgetId })
  const bot = await botFor(reads, rule, arrival.widgetId, target)
  steps.push({ step: 'bot', botId: bot?.id ?? null })
  if (bot) return ok({ steps, outcome: { kind: 'bot', botId: bot.id } })
  steps.push({ step: 'receiver', target })
  const seeker = { target, ownerId: async () => arrival.ownerId, lastHandlerId: async () => lastHandlerId }
  const decision = await decideReceiver(reads, seeker, { hours: true })
  steps.push(...decision.steps)
  if (decision.choice) {
    return ok({ steps, outcome: { kind: 'agent', agentId: decision.choice.agentId } })
  }
  const measures = decision.closed?.plan ?? overflowOf(reception, arrival.channel)
  const { tried: measuresTried, end } = await decideOverflow(reads, { target, lot: '', bots: true }, measures)
  const cause = decision.closed ? 'closed' : 'nobody'
  steps.push({ step: 'overflow', cause, measures: [...measuresTried] })
  const outcome = ((): RoutingOutcome => {
    switch (end.kind) {
      case 'agent':
        return { kind: 'agent', agentId: end.choice.agentId }
      case 'bot':
        return { kind: 'bot', botId: end.bot.id }
      case 'pool':
        return { kind: 'pool', target }
      case 'leave-message':
        return { kind: 'leave-message' }
    }
  })()
  return ok({ steps, outcome })
}
