import type { MessageHit } from '../../../client/api.ts'
import type { AgentId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { Avatar, RelativeTime } from '../../ui/index.ts'
import { Marked } from './Marked.tsx'

export interface MessageEntryProps {
  readonly hit: MessageHit
  readonly query: string
  /** Who received the customer, where that is told. */
  readonly handlerId?: AgentId | null
}

/** A message that was found: its words, with whom it was said, and when. */
export const MessageEntry = ({ hit, query, handlerId = null }: MessageEntryProps) => {
  const nameOf = useCustomerName()
  const agents = useQuery('organization.get', {})?.agents
  const { message, customerName, customerNumber, unnamedMembers } = hit
  const text =
    message.body.kind === 'text' ? message.body.text : 'name' in message.body ? message.body.name : ''
  const name = nameOf(customerName, customerNumber, unnamedMembers)
  const handler = agents?.find(({ id }) => id === handlerId)?.name
  return (
    <>
      <Avatar
        id={message.sender.kind === 'customer' ? message.sender.customerId : message.conversationId}
        name={name}
        size={28}
      />
      <span className="fy-cut">
        <Marked text={text} query={query} />
      </span>
      <span className="fy-secondary fy-search-end">
        {`${[name, handler].filter(Boolean).join(' · ')} · `}
        <RelativeTime at={message.at} />
      </span>
    </>
  )
}
