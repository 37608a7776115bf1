/**
 * Visitors: people on a page who are nobody until they write.
 *
 * The token a widget keeps begins with its organisation, so that an upload, which names no widget, can be looked up too;
 * the rest of it is 256 random bits. Only the hash of the whole is stored.
 */
import { ok, type Result } from '../../base/result.ts'
import { OrganizationId } from '../../protocol/model/index.ts'
import type { CustomerHello } from '../../protocol/wire/index.ts'
import { findIdentityByKey, type Identity } from '../db/identities.ts'
import type { ReadDb } from '../db/port.ts'
import type { Widget } from '../db/widgets.ts'
import type { CustomerPrincipal, Engine } from '../engine/types.ts'
import { newToken, tokenHash } from './tokens.ts'

export interface Visitors {
  /** Whose token it is; undefined: nobody's, or of another organisation. */
  find(token: string, organizationId?: OrganizationId): Promise<KnownVisitor | undefined>
  /** The visitor the token belongs to, or a new one with a new token. */
  open(widget: Widget, token: string | null, page: CustomerHello['page']): Promise<Result<OpenVisitor>>
}

export interface KnownVisitor {
  readonly organizationId: OrganizationId
  readonly identity: Identity
}

export interface OpenVisitor {
  readonly principal: CustomerPrincipal
  readonly token: string
}

export const createVisitors = (db: ReadDb, engine: Engine): Visitors => {
  const find: Visitors['find'] = async (token, organizationId) => {
    const named = organizationId ?? OrganizationId.safeParse(token.split('.')[0]).data
    const identity = named && (await findIdentityByKey(db, named, 'web', tokenHash(token)))
    return identity && { organizationId: named, identity }
  }
  return {
    find,
    open: async (widget, token, page) => {
      const known = token === null ? undefined : await find(token, widget.organizationId)
      // A token that is of another organisation, or forgotten, begins anew.
      const key = known && token !== null ? token : `${widget.organizationId}.${newToken()}`
      const opened = await engine.runInternal(widget.organizationId, 'identity.open', {
        widgetId: widget.id,
        keyHash: tokenHash(key),
        page: { referrer: page.referrer, language: page.language },
      })
      const { organizationId } = widget
      if (opened.ok) {
        const { identityId, customerId, conversationId } = opened.value
        const principal = {
          kind: 'customer',
          organizationId,
          identityId,
          customerId,
          conversationId,
        } as const
        return ok({ principal, token: key })
      }
      if (!known) return opened
      // Nothing can be written, as on a full disk; who is known can still read.
      const { id: identityId, customerId, conversationId } = known.identity
      const principal = { kind: 'customer', organizationId, identityId, customerId, conversationId } as const
      return ok({ principal, token: key })
    },
  }
}
