import type { Logger } from '../../base/logger.ts'
import type { Result } from '../../base/result.ts'
import type {
  CustomRouter,
  OrganizationId,
  RouterDecision,
  RouterId,
  RouterProblem,
  SessionId,
} from '../../protocol/model/index.ts'
import { firstWordsOf, sourceOf } from '../commands/reception/routeArrival.ts'
import { findConversation } from '../db/conversations.ts'
import { configRevisionOf } from '../db/organizations.ts'
import type { Db } from '../db/port.ts'
import { findRouter } from '../db/routers.ts'
import { findSession } from '../db/sessions.ts'
import { createDirectories } from '../engine/directory.ts'
import type { Committed, Engine } from '../engine/types.ts'
import { factsOfCustomer, questionText } from './question.ts'
import type { RouterClient } from './routerClient.ts'

export interface RouterDesk {
  committed(change: Committed): void
  stop(): Promise<void>
}

export interface RouterDeskOptions {
  readonly db: Db
  readonly engine: Pick<Engine, 'runInternal'>
  readonly client: RouterClient
  readonly log: Logger
}

/**
 * Asks routers, outside of anybody's turn: whoever comes by their entry is stored like everybody, and what the router
 * decides comes back as a command. Should this process die meanwhile the timer that was set with the session goes on
 * without an answer.
 */
export const createRouterDesk = ({ db, engine, client, log }: RouterDeskOptions): RouterDesk => {
  const directories = createDirectories()
  const working = new Set<Promise<void>>()

  /** What the router says of whoever waits in the session; undefined: the session is gone. */
  const askAbout = async (
    organizationId: OrganizationId,
    sessionId: SessionId,
    { router, secret }: { readonly router: CustomRouter; readonly secret: string },
  ): Promise<Result<RouterDecision, RouterProblem> | undefined> => {
    const stored = await findSession(db, organizationId, sessionId)
    const conversation = stored && (await findConversation(db, organizationId, stored.session.conversationId))
    const configRevision = await configRevisionOf(db, organizationId)
    if (!stored || !conversation || configRevision === undefined) return undefined
    const { customerId, channel, requestedAt: at } = stored.session
    const directory = await directories.at(db, organizationId, configRevision)
    const text = await questionText(db, organizationId, directory, router, {
      requestId: sessionId,
      customerId,
      at,
      customer: await factsOfCustomer(db, organizationId, customerId),
      way: {
        widgetId: conversation.widget_id,
        channel,
        source: sourceOf(conversation),
        text: await firstWordsOf(db, organizationId, stored),
      },
    })
    return (await client.ask({ router, secret, requestId: sessionId, text })).decision
  }

  const goOn = async (
    organizationId: OrganizationId,
    sessionId: SessionId,
    routerId: RouterId,
    decision: RouterDecision | null,
  ): Promise<'yes' | 'late' | 'unknown'> => {
    const done = await engine.runInternal(organizationId, 'router.answer', { sessionId, routerId, decision })
    if (!done.ok) throw new Error(done.code)
    return done.value.taken
  }

  const decide = async (
    organizationId: OrganizationId,
    sessionId: SessionId,
    routerId: RouterId,
  ): Promise<void> => {
    const found = await findRouter(db, organizationId, routerId)
    if (!found || !client.mayAsk(routerId)) {
      await goOn(organizationId, sessionId, routerId, null)
      return
    }
    let problem: RouterProblem | null = null
    try {
      const said = await askAbout(organizationId, sessionId, found)
      if (said?.ok === false) problem = said.code
      const taken = await goOn(organizationId, sessionId, routerId, said?.ok ? said.value : null)
      if (taken === 'unknown') problem = 'unknown-id'
      if (taken === 'late') problem = 'silent'
    } finally {
      client.ended(routerId, problem)
      if (problem) log.warn('router-answer-invalid', { routerId, sessionId, reason: problem })
    }
  }

  return {
    committed: ({ organizationId, signals }) => {
      for (const signal of signals) {
        if (signal.kind !== 'router-asked') continue
        const work = decide(organizationId, signal.sessionId, signal.routerId)
          .catch((error: unknown) => {
            log.error('a router could not decide', { sessionId: signal.sessionId, reason: String(error) })
          })
          .finally(() => {
            working.delete(work)
          })
        working.add(work)
      }
    },
    stop: async () => {
      await Promise.all(working)
    },
  }
}
