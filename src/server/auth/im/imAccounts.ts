/**
 * Customers who are signed in to their im account, device by device.
 *
 * The token of a device begins with its organisation and a word that tells it from a visitor's; the rest is 256 random
 * bits. Signing out on one device leaves the others as they are.
 */
import type { Clock } from '../../../base/clock.ts'
import { ok, refuse, type Result } from '../../../base/result.ts'
import { OrganizationId } from '../../../protocol/model/index.ts'
import type { SignInContact } from '../../../protocol/signInContact.ts'
import {
  deleteIdleImSignIns,
  deleteImSignIn,
  findImSignIn,
  insertImSignIn,
  touchImSignIn,
  type ImSignIn,
} from '../../db/imSignIns.ts'
import type { Db } from '../../db/port.ts'
import type { Engine } from '../../engine/types.ts'
import { newToken, tokenHash } from '../tokens.ts'
import { contactKeyOf, type SignInCodes } from './signInCodes.ts'

export interface ImAccounts {
  signIn(
    organizationId: OrganizationId,
    contact: SignInContact,
    code: string,
  ): Promise<Result<{ readonly token: string }, 'wrong-code' | 'code-expired' | 'too-many-tries'>>
  /** The account of this token is opened by one more address; `taken`: that one opens another account. */
  addAddress(
    organizationId: OrganizationId,
    token: string,
    contact: SignInContact,
    code: string,
  ): Promise<
    Result<object, 'signed-out' | 'taken' | 'wrong-code' | 'code-expired' | 'too-many-tries' | 'unavailable'>
  >
  /** Of which organisation the account was; undefined: it is no such token. */
  signOut(token: string): Promise<OrganizationId | undefined>
  /** Whose token it is; undefined: nobody's any more, or of another organisation. */
  find(token: string, organizationId: OrganizationId): Promise<ImSignIn | undefined>
}

/** As long as a visitor's browser is known (R-02-010). */
const IDLE_MS = 366 * 24 * 60 * 60_000
/** Using a token is written down this often, not at every use. */
const TOUCH_MS = 24 * 60 * 60_000

/** By its look alone. */
export const isImToken = (token: string): boolean => token.split('.')[1] === 'im'

export const createImAccounts = (options: {
  readonly db: Db
  readonly codes: Pick<SignInCodes, 'check'>
  readonly engine: Pick<Engine, 'runInternal'>
  readonly clock: Clock
}): ImAccounts => {
  const { db, codes, engine, clock } = options

  const find: ImAccounts['find'] = async (token, organizationId) => {
    if (!isImToken(token)) return undefined
    const hash = tokenHash(token)
    const found = await findImSignIn(db, organizationId, hash)
    const at = clock.now()
    if (!found || found.lastUsedAt + IDLE_MS <= at) return undefined
    if (at - found.lastUsedAt > TOUCH_MS) {
      await db.transaction(async (tx) => touchImSignIn(tx, organizationId, hash, at))
    }
    return found
  }

  return {
    find,

    signIn: async (organizationId, contact, code) => {
      const checked = await codes.check(organizationId, contact, code)
      if (!checked.ok) return checked
      const token = `${organizationId}.im.${newToken()}`
      const at = clock.now()
      await db.transaction(async (tx) => {
        await deleteIdleImSignIns(tx, organizationId, at - IDLE_MS)
        await insertImSignIn(tx, organizationId, {
          tokenHash: tokenHash(token),
          keyHash: contactKeyOf(contact),
          contact,
          at,
        })
      })
      return ok({ token })
    },

    signOut: async (token) => {
      const organizationId = OrganizationId.safeParse(token.split('.')[0]).data
      if (!organizationId || !isImToken(token)) return undefined
      await db.transaction(async (tx) => deleteImSignIn(tx, organizationId, tokenHash(token)))
      return organizationId
    },

    addAddress: async (organizationId, token, contact, code) => {
      const signIn = await find(token, organizationId)
      if (!signIn) return refuse('signed-out')
      const checked = await codes.check(organizationId, contact, code)
      if (!checked.ok) return checked
      const { keyHash, contact: own } = signIn
      const answer = await engine.runInternal(organizationId, 'identity.join', { keyHash, own, contact })
      if (!answer.ok) return refuse('unavailable')
      const { joined } = answer.value
      if (joined === 'yes') return ok({})
      return refuse(joined === 'taken' ? 'taken' : 'signed-out')
    },
  }
}
