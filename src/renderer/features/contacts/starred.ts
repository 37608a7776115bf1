import type {
  AgentId,
  Contact,
  ContactGroupId,
  CustomerId,
  StarredColleague,
} from '../../../protocol/model/index.ts'

/** Who can be a favourite: a customer, or a colleague. */
export type Starrable = { readonly customerId: CustomerId } | { readonly agentId: AgentId }

export interface Stars {
  readonly contacts: readonly Contact[]
  readonly colleagues: readonly StarredColleague[]
}

/** In which favourite group somebody is; null: in none of them, undefined: they are no favourite. */
export type StarPlace = ContactGroupId | null | undefined

export const starPlace = (stars: Stars | undefined, who: Starrable): StarPlace =>
  'agentId' in who
    ? stars?.colleagues.find(({ agentId }) => agentId === who.agentId)?.groupId
    : stars?.contacts.find(({ list, customerId }) => list === 'favorites' && customerId === who.customerId)
        ?.groupId
