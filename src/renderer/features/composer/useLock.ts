import type { OpenView } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { usePathState } from '../paths/index.ts'
import { lockOf, type Lock } from './lock.ts'

/** Why nothing can be sent to a customer now; among colleagues nothing of that holds. */
export const useLock = (view: OpenView): Lock | null => {
  const me = useQuery('account.current', {})?.me ?? null
  const ownBlocks = useQuery('block-entries.own', {})?.entries ?? []
  const customer = 'customer' in view ? view : null
  const path = usePathState(customer?.conversation ?? null)
  if (!customer) return null
  const blockedByMe = ownBlocks.some(({ customerId }) => customerId === customer.customer.id)
  return lockOf(customer, me, path, blockedByMe)
}
