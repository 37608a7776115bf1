import { ok, refuse, type Result } from '../../base/result.ts'
import { asTyped } from '../../domain/search/terms.ts'
import type { ActionArgs, ActionCode, ActionResult } from '../api.ts'
import { readConversation } from '../store/conversations.ts'
import type { ReadDb } from '../store/database.ts'
import { readPrivateRemark } from '../store/privateRemarks.ts'
import type { Ask } from '../view.ts'

type Name = 'records.search'

/** Asks the server for what all agents have said; it reads the cache and leaves nothing there (R-17-049). */
export const searchRecords = async (
  ask: Ask,
  cache: ReadDb,
  { text, limit, filter }: ActionArgs<Name>,
): Promise<Result<ActionResult<Name>, ActionCode<Name>>> => {
  const typed = asTyped(text)
  if (typed === '') return ok({ hits: [] })
  const answer = await ask('message.search', {
    text: typed,
    before: null,
    filter: filter ?? null,
    limit,
    scope: 'all',
  })
  if (!answer.ok) return refuse(answer.code as ActionCode<Name>)
  const places = new Map((answer.value.places ?? []).map((place) => [place.conversationId, place]))
  return ok({
    hits: answer.value.messages.flatMap((message) => {
      const place = places.get(message.conversationId)
      if (!place) return []
      const own = readConversation(cache, message.conversationId)
      const remark = own && readPrivateRemark(cache, own.customerId)
      return [
        {
          message,
          customerName: remark ?? place.customerName,
          customerNumber: place.customerNumber,
          unnamedMembers: null,
          handlerId: place.handlerId,
          own: own !== undefined && own !== null,
        },
      ]
    }),
  })
}
