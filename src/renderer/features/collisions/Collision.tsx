import { Eye, PenLine } from 'lucide-react'

import type { ConversationView } from '../../../client/api.ts'
import { useConnection, useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'

import './collisions.css'

/** In the header: who else looks at the same customer, and who is answering them (R-03-186). */
export const Collision = ({ view: { viewers, writers } }: { readonly view: ConversationView }) => {
  const { t } = useTranslation('thread')
  const agents = useQuery('organization.get', {})?.agents
  const isConnected = useConnection() === 'connected'
  const ids = writers.length > 0 ? writers : viewers
  const names = ids.flatMap((id) => agents?.find((agent) => agent.id === id)?.name ?? []).map(plainLine)
  const Icon = writers.length > 0 ? PenLine : Eye
  // What a connection told that is no more may be long over.
  const text =
    names.length > 0 && isConnected
      ? t(writers.length > 0 ? 'collision.writing' : 'collision.viewing', { names: names.join('、') })
      : ''
  return (
    <span role="status" className="fy-collision" title={text}>
      {text === '' ? null : (
        <span className="fy-collision-text">
          <Icon aria-hidden="true" />
          <span className="fy-cut">{text}</span>
        </span>
      )}
    </span>
  )
}
