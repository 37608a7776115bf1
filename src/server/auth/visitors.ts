/**
 * Visitors: people on a page who are nobody until they write, or until the company's own server says who they are.
 *
 * The token a widget keeps begins with its organisation, so that an upload, which names no widget, can be looked up too;
 * the rest of it is 256 random bits. Only the hash of the whole is stored. Whoever the company has vouched for gets a
 * token of another kind (`signedToken`), which the widget does not keep; who has signed in to their account has a third
 * kind (`im/imAccounts`).
 */
import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { visitSourceOf } from '../../domain/widgets/visitSource.ts'
import { OrganizationId, type IdentityId, type Widget } from '../../protocol/model/index.ts'
import type { SignInContact } from '../../protocol/signInContact.ts'
import type { CustomerHello } from '../../protocol/wire/index.ts'
import { findIdentity, findIdentityByKey, type Identity } from '../db/identities.ts'
import { imAddressesOf } from '../db/imAddresses.ts'
import type { ReadDb } from '../db/port.ts'
import { siteKeysOf } from '../db/siteKeys.ts'
import type { StoredWidget } from '../db/widgets.ts'
import type { CustomerPrincipal, Engine, OpenedIdentity, OpenIdentity } from '../engine/types.ts'
import { isLinkedToken, type ConversationLinks } from './conversationLinks.ts'
import { isImToken, type ImAccounts } from './im/imAccounts.ts'
import { isSignedKey, readSignedIdentity, secretsOf, signedKeyOf } from './signedIdentity.ts'
import { isSignedToken, makeSignedToken, readSignedToken } from './signedToken.ts'
import { newToken, tokenHash } from './tokens.ts'

export interface Visitors {
  /** Whose token it is; undefined: nobody's, or of another organisation. */
  find(token: string, organizationId?: OrganizationId): Promise<KnownVisitor | undefined>
  /** Whose hello made them known, though its answer may have been lost; undefined: it never came. */
  findBySecret(secret: string, organizationId: OrganizationId): Promise<KnownVisitor | undefined>
  /** Who has just proved to be the one a link was sent to; undefined: the ticket is nobody's any more. */
  findByTicket(ticket: string, organizationId: OrganizationId): Promise<KnownVisitor | undefined>
  /**
   * The visitor who is known or vouched for, or a new one with a new token. `sign-in-needed`: the entry is one for
   * accounts, and who is there has none and has not chosen to do without (R-02-037).
   */
  open(
    widget: StoredWidget,
    known: KnownVisitor | undefined,
    hello: Pick<CustomerHello, 'page' | 'secret' | 'identity' | 'account' | 'anonymous' | 'said'>,
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
  /** With which they have signed in. */
  readonly contact?: SignInContact
  /** What else opens it. */
  readonly addresses?: readonly string[]
}

/** When somebody was seen last is written down this often, not at every visit. */
const TOUCH_MS = 60 * 60_000
/** A browser that has kept its token longer is somebody new all the same (R-18-051). */
const VISITOR_FORGOTTEN_AFTER_MS = 366 * 24 * 60 * 60_000

export const createVisitors = (options: {
  readonly db: ReadDb
  readonly engine: Engine
  readonly accounts: Pick<ImAccounts, 'find'>
  readonly links: Pick<ConversationLinks, 'readTicket' | 'readToken' | 'tokenFor'>
  readonly clock: Clock
}): Visitors => {
  const { db, engine, accounts, links, clock } = options
  const find: Visitors['find'] = async (token, organizationId) => {
    const named = organizationId ?? OrganizationId.safeParse(token.split('.')[0]).data
    const identity = named && (await identityOf(named, token))
    return identity && { organizationId: named, identity, token }
  }

  const identityOf = async (organizationId: OrganizationId, token: string): Promise<Identity | undefined> => {
    if (isImToken(token)) {
      const account = await accounts.find(token, organizationId)
      return account && findIdentityByKey(db, organizationId, 'im', account.keyHash)
    }
    if (isLinkedToken(token)) return linkedTo(organizationId, links.readToken(token, organizationId))
    if (!isSignedToken(token)) {
      const visitor = await findIdentityByKey(db, organizationId, 'web', tokenHash(token))
      return visitor && clock.now() - visitor.lastSeenAt <= VISITOR_FORGOTTEN_AFTER_MS ? visitor : undefined
    }
    const keys = await siteKeysOf(db, organizationId)
    const id = keys && readSignedToken(token, secretsOf(keys, clock.now()), organizationId, clock.now())
    return id && findIdentity(db, organizationId, id)
  }

  /** Whoever has an account or is vouched for since comes in by that. */
  const linkedTo = async (
    organizationId: OrganizationId,
    id: IdentityId | undefined,
  ): Promise<Identity | undefined> => {
    const identity = id && (await findIdentity(db, organizationId, id))
    return identity && !isSomebody(identity) ? identity : undefined
  }

  const openAnonymous: Visitors['open'] = async (
    { widget, organizationId },
    known,
    { page, secret, said },
  ) => {
    const isFresh = known && clock.now() - known.identity.lastSeenAt < TOUCH_MS
    // A page of the same site says nothing new about how the visitor came; a campaign does.
    const source = visitSourceOf(page)
    const isNewWay = source.kind !== 'direct' && JSON.stringify(source) !== known?.identity.source
    const isNewWord = said !== undefined && JSON.stringify(said) !== known?.identity.said
    if (isFresh && !isNewWay && !isNewWord) return ok(openOf(known, widget))
    const token = known?.token ?? tokenOf(organizationId, secret)
    const opened = await engine.runInternal(organizationId, 'identity.open', {
      widgetId: widget.id,
      keyHash: known?.identity.keyHash ?? tokenHash(token),
      source,
      language: page.language,
      ...(said && { said }),
    })
    if (opened.ok) {
      return ok({ principal: principalOf(widget, organizationId, opened.value), token })
    }
    if (!known) return opened
    // Nothing can be written, as on a full disk; who is known can still read.
    return ok(openOf(known, widget))
  }

  const openProved = async (
    { widget, organizationId }: StoredWidget,
    known: KnownVisitor | undefined,
    page: CustomerHello['page'],
    { keyHash, words, tokenFor, addresses }: Proof,
  ): Promise<Result<OpenVisitor>> => {
    const visitor = known && !isSomebody(known.identity) ? known : undefined
    const args: OpenIdentity = {
      widgetId: widget.id,
      channel: widget.type === 'chat-im' ? 'im' : 'web',
      keyHash,
      source: visitSourceOf(page),
      language: page.language,
      ...words,
      ...(visitor && { was: visitor.identity.id }),
    }
    const opened = await engine.runInternal(organizationId, 'identity.open', args)
    if (!opened.ok) return opened
    const principal = principalOf(widget, organizationId, opened.value)
    const { identityId } = principal
    // The talk of before goes on under the token of before, until it has ended.
    const after = visitor && (await findIdentityByKey(db, organizationId, 'web', visitor.identity.keyHash))
    const account = words.contact && { contact: words.contact, addresses }
    if (visitor && after?.id === identityId)
      return ok({ principal, token: visitor.token, standing: 'joined', ...account })
    return ok({ principal, token: tokenFor(identityId), standing: 'signed', ...account })
  }

  const proofOf = async (
    { widget, organizationId }: StoredWidget,
    { identity, account }: Pick<CustomerHello, 'identity' | 'account'>,
  ): Promise<Proof | undefined> => {
    const keys = identity === undefined ? undefined : await siteKeysOf(db, organizationId)
    const user = identity !== undefined && keys && readSignedIdentity(identity, keys, clock.now())
    if (user && keys) {
      return {
        keyHash: signedKeyOf(user.userId),
        words: { user },
        addresses: [],
        tokenFor: (id) => makeSignedToken(keys.secret, organizationId, id, clock.now()),
      }
    }
    if (account === undefined || widget.type !== 'chat-im') return undefined
    const found = await accounts.find(account, organizationId)
    if (!found) return undefined
    const { keyHash, contact } = found
    const all = await imAddressesOf(db, organizationId, keyHash)
    const addresses = all.map(({ address }) => address).filter((address) => address !== contact.address)
    return { keyHash, words: { contact }, addresses, tokenFor: () => account }
  }

  return {
    find,
    findBySecret: async (secret, organizationId) => find(tokenOf(organizationId, secret), organizationId),
    findByTicket: async (ticket, organizationId) => {
      const identity = await linkedTo(organizationId, links.readTicket(ticket, organizationId))
      return identity && { organizationId, identity, token: links.tokenFor(organizationId, identity.id) }
    },
    open: async (widget, known, hello) => {
      const proof = await proofOf(widget, hello)
      if (proof) return openProved(widget, known, hello.page, proof)
      if (!mayStay(widget.widget, known, hello.anonymous)) return refuse('sign-in-needed')
      if (hello.identity === undefined) return openAnonymous(widget, known, hello)
      // Signed once today: a connection that comes back need not be signed anew.
      const isSigned = known !== undefined && isSignedToken(known.token)
      const opened = await openAnonymous(widget, known, hello)
      return opened.ok ? ok({ ...opened.value, standing: isSigned ? 'signed' : 'refused' }) : opened
    },
  }
}

const tokenOf = (organizationId: OrganizationId, secret = newToken()): string => `${organizationId}.${secret}`

/** Why somebody is known, and what opens their thread from now on. */
interface Proof {
  readonly keyHash: string
  readonly words: Pick<OpenIdentity, 'user' | 'contact'>
  readonly addresses: readonly string[]
  readonly tokenFor: (identityId: IdentityId) => string
}

const isSomebody = ({ channel, keyHash }: Identity): boolean => channel === 'im' || isSignedKey(keyHash)

const mayStay = (
  { type, anonymous }: Widget,
  known: KnownVisitor | undefined,
  chosen: boolean | undefined,
): boolean => {
  if (type !== 'chat-im' || (known && isSomebody(known.identity))) return true
  return anonymous && (known !== undefined || chosen === true)
}

const openOf = (
  { organizationId, identity, token }: KnownVisitor,
  widget: Pick<Widget, 'id'>,
): OpenVisitor => ({
  principal: principalOf(widget, organizationId, { ...identity, identityId: identity.id }),
  token,
})

const principalOf = (
  { id: widgetId }: Pick<Widget, 'id'>,
  organizationId: OrganizationId,
  {
    identityId,
    customerId,
    conversationId,
  }: Pick<OpenedIdentity, 'identityId' | 'customerId' | 'conversationId'>,
): CustomerPrincipal => ({
  kind: 'customer',
  organizationId,
  identityId,
  customerId,
  conversationId,
  widgetId,
})
