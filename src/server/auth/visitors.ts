/**
 * Visitors: people on a page who are nobody until they write.
 *
 * The token a widget keeps begins with its organisation, so that an upload, which names no widget, can be looked up too;
 * the rest of it is 256 random bits. Only the hash of the whole is stored.
 */
import type { Clock } from '../../base/clock.ts'
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
  /** The visitor who is known, or a new one with a new token. */
  open(
    widget: Widget,
    known: KnownVisitor | undefined,
    page: CustomerHello['page'],
  ): Promise<Result<OpenVisitor>>
}

export interface KnownVisitor {
  readonly organizationId: OrganizationId
  readonly identity: Identity
  readonly token: string
}

export interface OpenVisitor {
  readonly principal: CustomerPrincipal
  readonly token: string
}

/** When somebody was seen last is written down this often, not at every visit. */
const TOUCH_MS = 60 * 60_000

export const createVisitors = (db: ReadDb, engine: Engine, clock: Clock): Visitors => {
  const find: Visitors['find'] = async (token, organizationId) => {
    const named = organizationId ?? OrganizationId.safeParse(token.split('.')[0]).data
    const identity = named && (await findIdentityByKey(db, named, 'web', tokenHash(token)))
    return identity && { organizationId: named, identity, token }
  }
  return {
    find,
    open: async (widget, known, page) => {
      if (known && clock.now() - known.identity.lastSeenAt < TOUCH_MS) return ok(openOf(known))
      const key = known?.token ?? `${widget.organizationId}.${newToken()}`
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
      return ok(openOf(known))
    },
  }
}

const openOf = ({ organizationId, identity, token }: KnownVisitor): OpenVisitor => ({
  principal: {
    kind: 'customer',
    organizationId,
    identityId: identity.id,
    customerId: identity.customerId,
    conversationId: identity.conversationId,
  },
  token,
})
