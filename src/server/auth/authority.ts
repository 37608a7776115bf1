/** Signing in and out, and what a token proves. */
import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { WorkQueue } from '../../base/workQueue.ts'
import { settingOf } from '../../domain/settings/settingOf.ts'
import type { AgentId, DeviceId, OrganizationId, Permission } from '../../protocol/model/index.ts'
import type { SignedIn, SignInRequest, TicketRequest } from '../../protocol/wire/index.ts'
import {
  deleteAccessToken,
  deleteExpiredAccessTokens,
  extendAccessToken,
  findAccessToken,
  insertAccessToken,
} from '../db/accessTokens.ts'
import { findAgentAccount, type AgentAccount } from '../db/agentAccounts.ts'
import { beginPresence } from '../db/agentPresence.ts'
import { credentialsOf } from '../db/agents.ts'
import { agentSettingsOf, settingDefaultsOf } from '../db/agentSettings.ts'
import type { Db } from '../db/port.ts'
import { insertSignInTicket, useSignInTicket } from '../db/signInTickets.ts'
import { createDirectories } from '../engine/directory.ts'
import type { AgentPrincipal } from '../engine/types.ts'
import type { AttemptKey, Attempts } from './attempts.ts'
import { createOwnAccount, type OwnAccount } from './ownAccount.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { newToken, tokenHash } from './tokens.ts'

export interface Authority {
  signIn(request: SignInRequest, address: string): Promise<Result<SignedIn, SignInRefusal>>
  redeemTicket(request: TicketRequest): Promise<Result<SignedIn, SignInRefusal>>
  /** A ticket that signs this agent in once, within ten minutes. */
  issueTicket(organizationId: OrganizationId, agentId: AgentId): Promise<string>
  /** Whose token it was; undefined: it was not valid. */
  signOut(token: string): Promise<SignedOut | undefined>
  /** What agents do about their own sign-ins. */
  readonly own: OwnAccount
  /** Whom a token speaks for now. `deviceId` where the caller must be that device. */
  agentOf(
    token: string,
    deviceId?: DeviceId,
  ): Promise<Result<AgentProof, 'signed-out' | 'disabled' | 'forbidden'>>
}

export type SignInRefusal =
  | 'wrong-credentials'
  | 'disabled'
  | 'forbidden'
  | 'too-many-tries'
  | 'ticket-used'
  | 'unavailable'

export interface SignedOut {
  readonly organizationId: OrganizationId
  readonly agentId: AgentId
  readonly tokenHash: string
}

export interface AgentProof {
  readonly principal: AgentPrincipal
  readonly tokenHash: string
}

export interface AuthorityOptions {
  readonly db: Db
  readonly clock: Clock
  readonly attempts: Attempts
  /** Bounds how many passwords are checked at once. */
  readonly passwords: WorkQueue
}

/** Long enough to copy the address from a terminal; it works once, and only this machine can ask for one. */
const TICKET_MS = 10 * 60_000
/** A device that is not used this long is signed out. */
const IDLE_MS = 30 * 24 * 60 * 60_000
/** Using a token is written down this often, not at every use. */
const TOUCH_MS = 60 * 60_000
const FREE_TRIES_ACCOUNT = 5
const FREE_TRIES_ADDRESS = 20

export const createAuthority = (options: AuthorityOptions): Authority => {
  const { db, clock, attempts, passwords } = options
  /** Checked when there is no such account, so that the answer takes as long as for one. */
  const nobody = hashPassword(newToken())
  const directories = createDirectories()
  nobody.catch(() => undefined)

  const issueToken = async (
    account: AgentAccount,
    device: SignInRequest['device'],
  ): Promise<Result<SignedIn, SignInRefusal>> => {
    if (account.disabled) return refuse('disabled')
    if (!mayUseClient(account)) return refuse('forbidden')
    const { organizationId, agentId } = account
    const token = newToken()
    const at = clock.now()
    await db.transaction(async (tx) => {
      await deleteExpiredAccessTokens(tx, at)
      await insertAccessToken(tx, {
        organizationId,
        agentId,
        tokenHash: tokenHash(token),
        device,
        at,
        expiresAt: at + IDLE_MS,
      })
      const own = await agentSettingsOf(tx, organizationId, agentId)
      const { settings } = await settingDefaultsOf(tx, organizationId)
      await beginPresence(tx, organizationId, agentId, settingOf('startPresence', own, settings).value)
    })
    return ok({
      token,
      organizationId,
      agentId,
      account: account.account,
      organizationName: account.organizationName,
      agentName: account.name,
    })
  }

  return {
    own: createOwnAccount(options),
    signIn: async ({ account, password, device }, address) => {
      const byAccount: AttemptKey = {
        key: `account:${account.trim().normalize('NFKC').toLowerCase()}`,
        free: FREE_TRIES_ACCOUNT,
      }
      const byAddress: AttemptKey = { key: `address:${address}`, free: FREE_TRIES_ADDRESS }
      const wait = attempts.waitMs([byAccount, byAddress])
      if (wait > 0) return refuse('too-many-tries', { retryAfterMs: wait })
      // Counted before the check: of a hundred tries at once only the free ones get this far.
      attempts.failed(byAccount)
      const credentials = await credentialsOf(db, account)
      const stored = credentials?.passwordHash ?? (await nobody)
      const right = await passwords.run(() => verifyPassword(password, stored))
      if (right === undefined) return refuse('unavailable', { retryAfterMs: 1_000 })
      if (!credentials || !right) {
        attempts.failed(byAddress)
        return refuse('wrong-credentials')
      }
      attempts.succeeded(byAccount)
      const found = await findAgentAccount(db, credentials.organizationId, credentials.agentId)
      return found ? issueToken(found, device) : refuse('wrong-credentials')
    },

    redeemTicket: async ({ ticket, device }) => {
      const holder = await db.transaction((tx) => useSignInTicket(tx, tokenHash(ticket), clock.now()))
      if (!holder) return refuse('ticket-used')
      const found = await findAgentAccount(db, holder.organizationId, holder.agentId)
      return found ? issueToken(found, device) : refuse('ticket-used')
    },

    issueTicket: async (organizationId, agentId) => {
      const ticket = newToken()
      const at = clock.now()
      await db.transaction((tx) =>
        insertSignInTicket(tx, {
          organizationId,
          agentId,
          ticketHash: tokenHash(ticket),
          at,
          expiresAt: at + TICKET_MS,
        }),
      )
      return ticket
    },

    signOut: async (token) => {
      const hash = tokenHash(token)
      const found = await findAccessToken(db, hash)
      if (found) await db.transaction((tx) => deleteAccessToken(tx, hash))
      return found && { organizationId: found.organizationId, agentId: found.agentId, tokenHash: hash }
    },

    agentOf: async (token, deviceId) => {
      const hash = tokenHash(token)
      const found = await findAccessToken(db, hash)
      const at = clock.now()
      if (!found || found.expiresAt <= at) return refuse('signed-out')
      if (deviceId !== undefined && deviceId !== found.deviceId) return refuse('signed-out')
      // The directory is in memory and holds nobody but agents: the super admin is none (R-01-004).
      const directory = await directories.at(db, found.organizationId, found.configRevision)
      const known = directory.agents.get(found.agentId)
      if (!known) return refuse('signed-out')
      if (known.agent.disabled) return refuse('disabled')
      if (!allowsClient(known.permissions)) return refuse('forbidden')
      if (at - found.lastUsedAt > TOUCH_MS) {
        await db.transaction((tx) => extendAccessToken(tx, hash, at, at + IDLE_MS))
      }
      return ok({
        tokenHash: hash,
        principal: {
          kind: 'agent',
          organizationId: found.organizationId,
          agentId: found.agentId,
          permissions: known.permissions,
        },
      })
    },
  }
}

/** The super admin manages the organisation and receives nobody (R-01-002, R-01-011). */
const mayUseClient = (account: AgentAccount): boolean =>
  !account.superAdmin && allowsClient(new Set(account.permissions))

const allowsClient = (permissions: ReadonlySet<Permission>): boolean =>
  permissions.has('client.sign-in') || permissions.has('admin')
