import { ok, refuse, type Result } from '../../base/result.ts'
import type { OrganizationId } from '../../protocol/model/index.ts'
import type { Authority } from '../auth/authority.ts'
import type { Visitors } from '../auth/visitors.ts'

/** Who sends a file. */
export interface Uploader {
  readonly organizationId: OrganizationId
  readonly kind: 'agent' | 'customer'
  readonly id: string
}

export interface Uploaders {
  /** By the `authorization` header: `Bearer` for agents, `Visitor` for customers. */
  of(header: string | undefined): Promise<Result<Uploader, 'signed-out' | 'disabled' | 'forbidden'>>
}

export const createUploaders = (authority: Authority, visitors: Visitors): Uploaders => ({
  of: async (header) => {
    const [, scheme, token] = /^(Bearer|Visitor) ([\w.-]{1,256})$/u.exec(header ?? '') ?? []
    if (!scheme || !token) return refuse('signed-out')
    if (scheme === 'Visitor') {
      const identity = await visitors.find(token)
      return identity
        ? ok({ organizationId: identity.organizationId, kind: 'customer', id: identity.identity.customerId })
        : refuse('signed-out')
    }
    const proof = await authority.agentOf(token)
    if (!proof.ok) return proof
    const { organizationId, agentId } = proof.value.principal
    return ok({ organizationId, kind: 'agent', id: agentId })
  },
})
