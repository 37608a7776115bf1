import { Users } from 'lucide-react'

import type { ContactPerson } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { EmptyState, OverlayReport, Skeleton } from '../../ui/index.ts'
import { ContactRow } from './ContactRow.tsx'

export interface MainFriendsProps {
  readonly text: string
  readonly onOpen: (person: ContactPerson) => void
}

/** Friends of the main account, looked for on the server: there may be very many. */
export const MainFriends = ({ text, onOpen }: MainFriendsProps) => {
  const { t } = useTranslation('contacts')
  const answer = useQuery('contacts.main', { text })
  if (answer === undefined) return <Skeleton rows={5} rowHeight={40} avatar />
  if (answer === null) return <OverlayReport text={t('offline')} />
  if (answer.friends.length === 0)
    return <EmptyState icon={Users} title={t(text === '' ? 'empty.main' : 'nobody')} />
  return (
    <ul>
      {answer.friends.map((person) => (
        <ContactRow
          key={person.conversationId}
          person={person}
          filing={null}
          onOpen={() => {
            onOpen(person)
          }}
        />
      ))}
    </ul>
  )
}
