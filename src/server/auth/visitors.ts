/**
 * Visitors: people on a page who are nobody until they write, or until the company's own server says who they are.
 *
 * The token a widget keeps begins with its organisation, so that an upload, which names no widget, can be looked up too;
 * the rest of it is 256 random bits. Only the hash of the whole is stored. Whoever the company has vouched for gets a
 * token of another kind (`signedToken`), which the widget does not keep.
 */
import type { Clock } from '../../base/clock.ts'
import { ok, type Result } from '../../base/result.ts'
import { visitSourceOf } from '../../domain/widgets/visitSource.ts'
import { OrganizationId } from '../../protocol/model/index.ts'
import type { CustomerHello } from '../../protocol/wire/index.ts'
import { findIdentity, findIdentityByKey, type Identity } from '../db/identities.ts'
import type { ReadDb } from '../db/port.ts'
import { siteKeysOf } from '../db/siteKeys.ts'
import type { StoredWidget } from '../db/widgets.ts'
import type { CustomerPrincipal, Engine, OpenIdentity } from '../engine/types.ts'
import { isSignedKey, readSignedIdentity, signedKeyOf, type SignedUser } from './signedIdentity.ts'
import { isSignedToken, makeSignedToken, readSignedToken } from './signedToken.ts'
import { newToken, tokenHash } from './tokens.ts'

export interface Visitors {
  /** Whose token it is; undefined: nobody's, or of another organisation. */
  find(token: string, organizationId?: OrganizationId): Promise<KnownVisitor | undefined>
  /** The visitor who is known or vouched for, or a new one with a new token. */
  open(
    widget: StoredWidget,
    known: KnownVisitor | undefined,
    hello: Pick<CustomerHello, 'page' | 'identity' | 'said'>,
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
  /** What became of the signature, as `welcome` says it. */
  readonly standing?: 'signed' | 'joined' | 'refused'
}

/** When somebody was seen last is written down this often, not at every visit. */
const TOUCH_MS = 60 * 60_000

export const createVisitors = (db: ReadDb, engine: Engine, clock: Clock): Visitors => {
  const find: Visitors['find'] = async (token, organizationId) => {
    const named = organizationId ?? OrganizationId.safeParse(token.split('.')[0]).data
    const identity = named && (await identityOf(named, token))
    return identity && { organizationId: named, identity, token }
  }

  const identityOf = async (organizationId: OrganizationId, token: string): Promise<Identity | undefined> => {
    if (!isSignedToken(token)) return findIdentityByKey(db, organizationId, 'web', tokenHash(token))
    const keys = await siteKeysOf(db, organizationId)
    const id = keys && readSignedToken(token, keys.secret, organizationId, clock.now())
    return id && findIdentity(db, organizationId, id)
  }

  const openAnonymous: Visitors['open'] = async ({ widget, organizationId }, known, { page, said }) => {
    const isFresh = known && clock.now() - known.identity.lastSeenAt < TOUCH_MS
    // A page of the same site says nothing new about how the visitor came; a campaign does.
    const source = visitSourceOf(page)
    const isNewWay = source.kind !== 'direct' && JSON.stringify(source) !== known?.identity.source
    const isNewWord = said !== undefined && JSON.stringify(said) !== known?.identity.said
    if (isFresh && !isNewWay && !isNewWord) return ok(openOf(known))
    const token = known?.token ?? `${organizationId}.${newToken()}`
    const opened = await engine.runInternal(organizationId, 'identity.open', {
      widgetId: widget.id,
      keyHash: known?.identity.keyHash ?? tokenHash(token),
      source,
      language: page.language,
      ...(said && { said }),
    })
    if (opened.ok) {
      return ok({ principal: { kind: 'customer', organizationId, ...idsOf(opened.value) }, token })
    }
    if (!known) return opened
    // Nothing can be written, as on a full disk; who is known can still read.
    return ok(openOf(known))
  }

  const openSigned = async (
    { widget, organizationId }: StoredWidget,
    known: KnownVisitor | undefined,
    page: CustomerHello['page'],
    { user, secret }: { readonly user: SignedUser; readonly secret: string },
  ): Promise<Result<OpenVisitor>> => {
    const keyHash = signedKeyOf(user.userId)
    const visitor = known && !isSignedKey(known.identity.keyHash) ? known : undefined
    const args: OpenIdentity = {
      widgetId: widget.id,
      keyHash,
      source: visitSourceOf(page),
      language: page.language,
      user,
      ...(visitor && { was: visitor.identity.id }),
    }
    const opened = await engine.runInternal(organizationId, 'identity.open', args)
    if (!opened.ok) return opened
    const principal = { kind: 'customer', organizationId, ...idsOf(opened.value) } as const
    const { identityId } = principal
    // The talk of before goes on under the token of before, until it has ended.
    const after = visitor && (await findIdentityByKey(db, organizationId, 'web', visitor.identity.keyHash))
    if (visitor && after?.id === identityId)
      return ok({ principal, token: visitor.token, standing: 'joined' })
    const token = makeSignedToken(secret, organizationId, identityId, clock.now())
    return ok({ principal, token, standing: 'signed' })
  }

  return {
    find,
    open: async (widget, known, hello) => {
      if (hello.identity === undefined) return openAnonymous(widget, known, hello)
      const keys = await siteKeysOf(db, widget.organizationId)
      const user = keys && readSignedIdentity(hello.identity, keys, clock.now())
      if (user) return openSigned(widget, known, hello.page, { user, secret: keys.secret })
      // Signed once today: a connection that comes back need not be signed anew.
      const isSigned = known !== undefined && isSignedToken(known.token)
      const opened = await openAnonymous(widget, known, hello)
      return opened.ok ? ok({ ...opened.value, standing: isSigned ? 'signed' : 'refused' }) : opened
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

const idsOf = ({
  identityId,
  customerId,
  conversationId,
}: Pick<CustomerPrincipal, 'identityId' | 'customerId' | 'conversationId'>) => ({
  identityId,
  customerId,
  conversationId,
})
