import type { AgentId, Channel, Message, MessageFilter } from '../../protocol/model/index.ts'

/** Whether a filter of whoever searches lets the message through; `channel` is that of its conversation. */
export const isWanted = (
  { sender, body, at }: Message,
  channel: Channel | null,
  filter: MessageFilter,
  me: AgentId | null,
): boolean =>
  (filter.kind === null || body.kind === filter.kind) &&
  (filter.channel === null || channel === filter.channel) &&
  (filter.since === null || at >= filter.since) &&
  (filter.sender === null ||
    (filter.sender === 'customer'
      ? sender.kind === 'customer'
      : sender.kind === 'agent' && (sender.agentId === me) === (filter.sender === 'own')))
