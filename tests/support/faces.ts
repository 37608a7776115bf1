import type { AgentId, SessionTarget, WidgetId } from '../../src/protocol/model/index.ts'
import { insertWidget } from '../../src/server/db/widgets.ts'
import type { CustomerPrincipal } from '../../src/server/engine/types.ts'
import { ORGANIZATION, type Reception } from './reception.ts'
import { widgetRow } from './widgetRow.ts'

/** An account that came by an entry which shows `agent-<number>` as the one who speaks. */
export const cameTo = async (
  reception: Reception,
  name: string,
  number: number,
): Promise<CustomerPrincipal> => {
  const { db, clock, engine, customer } = reception
  const widgetId = `widget-of-${number}` as WidgetId
  const target: SessionTarget = { kind: 'agent', agentId: `agent-${number}` as AgentId }
  const widget = { ...widgetRow(widgetId, target, clock.now()), type: 'chat-im', face: 'agent' } as const
  await db.transaction(async (tx) => insertWidget(tx, ORGANIZATION, widget)).catch(() => undefined)
  const account = await customer(name, 'im')
  const { identityId } = account
  const opened = await engine.runInternal(ORGANIZATION, 'face.open', { identityId, widgetId, wanted: null })
  if (!opened.ok || !opened.value.conversationId) throw new Error('there is no conversation with the agent')
  return { ...account, conversationId: opened.value.conversationId }
}

/** The same account in its conversation with another agent; undefined: it has none. */
export const alsoWith = async (
  { engine }: Reception,
  account: CustomerPrincipal,
  number: number,
): Promise<CustomerPrincipal | undefined> => {
  const args = {
    identityId: account.identityId,
    widgetId: 'widget-1' as WidgetId,
    wanted: `agent-${number}` as AgentId,
  }
  const opened = await engine.runInternal(ORGANIZATION, 'face.open', args)
  return opened.ok && opened.value.conversationId
    ? { ...account, conversationId: opened.value.conversationId }
    : undefined
}
