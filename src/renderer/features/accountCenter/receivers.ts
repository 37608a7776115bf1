import type { AgentId, BotId, GroupId, RuleReceiver, SessionTarget } from '../../../protocol/model/index.ts'

/** A receiver as the value of a choice; empty for nobody. */
export const receiverText = (receiver: RuleReceiver | null): string => {
  switch (receiver?.kind) {
    case 'group':
      return `group:${receiver.groupId}`
    case 'agent':
      return `agent:${receiver.agentId}`
    case 'bot':
      return `bot:${receiver.botId}`
    case undefined:
      return ''
  }
}

/** Whom such a value stands for; `ReceiverOptions` made it, of ids that exist. */
export const receiverOf = (text: string): RuleReceiver | null => {
  const [kind, id = ''] = text.split(':')
  if (kind === 'group') return { kind, groupId: id as GroupId }
  if (kind === 'agent') return { kind, agentId: id as AgentId }
  if (kind === 'bot') return { kind, botId: id as BotId }
  return null
}

/** The same where only people receive. */
export const targetOf = (text: string): SessionTarget | null => {
  const receiver = receiverOf(text)
  return receiver?.kind === 'bot' ? null : receiver
}
