import { assertNever } from '../../../base/assertNever.ts'
import { isReceivable } from '../../../domain/routing/isReceivable.ts'
import { overflowOf } from '../../../domain/routing/measures.ts'
import type { AgentId, CustomRouter, RouterDecision } from '../../../protocol/model/index.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { Work } from '../../engine/work.ts'
import { isReceiverIn } from '../sessions/transferTarget.ts'
import { assignSession } from './assignSession.ts'
import { overflow } from './overflow.ts'
import { receptionFactsOf } from './presence.ts'
import { receiversFor } from './receiversFor.ts'
import { routeSession } from './routeSession.ts'
import { startBot } from './startBot.ts'
import type { Thread } from './thread.ts'
import { waitInPool } from './waitInPool.ts'

/** Whether everybody the decision names is there. */
export const canFollow = async (work: Work, decision: RouterDecision): Promise<boolean> => {
  const directory = await work.directory()
  switch (decision.decision) {
    case 'agent':
      return isReceiverIn(directory, { kind: 'agent', agentId: decision.id })
    case 'group':
      return directory.groups.has(decision.id)
    case 'bot':
      return directory.bots.get(decision.id)?.on === true
    case 'pool':
    case 'leave-message':
    case 'default':
      return true
  }
}

/** Does what a router decided; `default`, which decides nothing, is not for here (R-16-102). */
export const routeByRouter = async (
  work: Work,
  thread: Thread,
  stored: StoredSession,
  router: CustomRouter,
  decision: Exclude<RouterDecision, { decision: 'default' }>,
): Promise<void> => {
  const { session } = stored
  switch (decision.decision) {
    case 'agent':
      await giveToAgent(work, thread, stored, router, decision.id)
      return
    case 'group': {
      const target = { kind: 'group', groupId: decision.id } as const
      await routeSession(work, thread, { ...stored, session: { ...session, target } }, 'routed')
      return
    }
    case 'bot': {
      const bot = (await work.directory()).bots.get(decision.id)
      if (bot) await startBot(work, thread, stored, bot, { step: 'bot', router: router.name })
      return
    }
    case 'pool':
      await waitInPool(work, thread, stored, { step: 'router', router: router.name })
      return
    case 'leave-message':
      await overflow(work, thread, stored, {
        cause: 'nobody',
        opensAt: null,
        measures: [{ kind: 'leave-message' }],
      })
      return
    default:
      assertNever(decision)
  }
}

/** Who cannot receive is overflowed like any single receiver; a strict router does not ask for their load (R-16-104). */
const giveToAgent = async (
  anyWork: Work,
  thread: Thread,
  stored: StoredSession,
  { name: router, strict }: CustomRouter,
  agentId: AgentId,
): Promise<void> => {
  const work = await receiversFor(anyWork, stored.session.customerId)
  const facts = await receptionFactsOf(work, agentId)
  if (facts && isReceivable(strict ? { ...facts, load: 0 } : facts)) {
    const { load, capacity } = facts
    await assignSession(
      work,
      thread,
      stored,
      { agentId, why: { step: 'router', router, load, capacity } },
      'routed',
    )
    return
  }
  const { reception } = (await work.directory()).organization
  const session = { ...stored.session, target: { kind: 'agent', agentId } as const }
  const measures = overflowOf(reception, session.channel)
  await overflow(work, thread, { ...stored, session }, { cause: 'nobody', opensAt: null, measures })
}
