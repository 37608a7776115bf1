import { useTranslation } from 'react-i18next'

import type { Contact, ContactGroupId, CustomerId } from '../../../protocol/model/index.ts'
import { useAsk, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { offerUndo } from '../actions/index.ts'

/** In which favourite group a contact is; null: in none of them, undefined: it is no favourite. */
type Place = ContactGroupId | null | undefined

const SHOWN_MS = 10_000

const placeIn = (contacts: readonly Contact[] | undefined, id: CustomerId): Place =>
  contacts?.find(({ list, customerId }) => list === 'favorites' && customerId === id)?.groupId

/** Offers to put contacts back to where they were among the favourites, unless they were filed anew since (R-03-059). */
export const useStarUndo = (): ((
  customerIds: readonly CustomerId[],
  before: readonly Contact[] | undefined,
  now: Place,
) => void) => {
  const { t } = useTranslation('contacts')
  const ask = useAsk()
  const run = useRun()
  const errorText = useErrorText()
  return (customerIds, before, now) => {
    offerUndo({
      text: t(now === undefined ? 'undoable.unstarred' : 'undoable.starred', { count: customerIds.length }),
      forMs: SHOWN_MS,
      undo: async () => {
        const contacts = (await ask('contacts.filed', {})).contacts
        if (customerIds.some((id) => placeIn(contacts, id) !== now)) return t('undoable.changedSince')
        const answers = await Promise.all(
          customerIds.map(async (customerId) => {
            const groupId = placeIn(before, customerId)
            return groupId === undefined
              ? run('contact.remove', { customerId })
              : run('contact.file', { list: 'favorites', customerId, groupId })
          }),
        )
        const refusal = answers.find((answer) => !answer.ok)
        return refusal && !refusal.ok ? errorText(refusal.code, refusal.details) : null
      },
    })
  }
}
