/**
 * One-time codes that prove that an address is somebody's own (R-02-011).
 *
 * Signing up and signing in are the same: whoever holds the address is given its account, so that no answer tells whether
 * there is one. Of a code only a keyed hash is kept, and of each address few codes and few tries are allowed; a million
 * codes are then enough.
 */
import { createHash, createHmac, randomInt } from 'node:crypto'

import type { Clock } from '../../../base/clock.ts'
import { ok, refuse, type Result } from '../../../base/result.ts'
import type { Language, OrganizationId } from '../../../protocol/model/index.ts'
import { CODE_AGAIN_MS, CODE_LIFETIME_MS } from '../../../protocol/signInContact.ts'
import type { SignInContact } from '../../../protocol/signInContact.ts'
import type { Db, ReadDb } from '../../db/port.ts'
import { countCodeTry, findSignInCode, replaceSignInCode, useSignInCode } from '../../db/signInCodes.ts'
import type { Gateway } from '../../gateways/gateway.ts'
import { codeNote } from './codeNote.ts'

export interface SignInCodes {
  send(request: CodeRequest): Promise<Result<object, 'too-many-tries' | 'unavailable'>>
  /** Right once: the code is used up by it. */
  check(
    organizationId: OrganizationId,
    contact: SignInContact,
    code: string,
  ): Promise<Result<object, 'wrong-code' | 'code-expired' | 'too-many-tries'>>
}

export interface CodeRequest {
  readonly organizationId: OrganizationId
  readonly company: string
  readonly contact: SignInContact
  readonly language: Language
}

const PACE = { betweenMs: CODE_AGAIN_MS, most: 5, perMs: 60 * 60_000 }
const MOST_TRIES = 5

/** Under which the account of an address is found; it says nothing about the address. */
export const contactKeyOf = ({ kind, address }: SignInContact): string =>
  `${kind}:${createHash('sha256').update(address).digest('hex')}`

export const createSignInCodes = (options: {
  readonly db: Db
  readonly gateway: Gateway
  /** The server's own: who reads the database alone cannot find the codes by trying. */
  readonly key: Buffer
  readonly clock: Clock
}): SignInCodes => {
  const { db, gateway, key, clock } = options

  const hashOf = (organizationId: OrganizationId, keyHash: string, code: string): string =>
    createHmac('sha256', key).update(`sign-in-code\n${organizationId}\n${keyHash}\n${code}`).digest('hex')

  return {
    send: async ({ organizationId, company, contact, language }) => {
      const keyHash = contactKeyOf(contact)
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const codeHash = hashOf(organizationId, keyHash, code)
      const at = clock.now()
      const kept = await db.transaction(async (tx) =>
        replaceSignInCode(
          tx,
          organizationId,
          { keyHash, codeHash, at, expiresAt: at + CODE_LIFETIME_MS },
          PACE,
        ),
      )
      if (!kept)
        return refuse('too-many-tries', { retryAfterMs: await waitFor(db, organizationId, keyHash, at) })
      if (await gateway.send(codeNote(contact, { company, code, language }))) return ok({})
      // Nobody has it: the next one may be asked for at once.
      await db.transaction(async (tx) => useSignInCode(tx, organizationId, keyHash, codeHash))
      return refuse('unavailable')
    },

    check: async (organizationId, contact, code) => {
      const keyHash = contactKeyOf(contact)
      const at = clock.now()
      return db.transaction(async (tx) => {
        const counted = await countCodeTry(tx, organizationId, keyHash, { at, most: MOST_TRIES })
        const kept = await findSignInCode(tx, organizationId, keyHash)
        if (!kept) return refuse('wrong-code')
        if (!counted) return refuse(kept.expiresAt <= at ? 'code-expired' : 'too-many-tries')
        // Both are keyed hashes: how long they are alike tells nothing about the code.
        const given = hashOf(organizationId, keyHash, code)
        const right = given === kept.codeHash && (await useSignInCode(tx, organizationId, keyHash, given))
        return right ? ok({}) : refuse('wrong-code')
      })
    },
  }
}

/** Until the next code may be sent. */
const waitFor = async (
  db: ReadDb,
  organizationId: OrganizationId,
  keyHash: string,
  at: number,
): Promise<number> => {
  const last = await findSignInCode(db, organizationId, keyHash)
  if (!last) return 0
  const soon = last.sentAt + PACE.betweenMs - at
  return soon > 0 ? soon : Math.max(0, last.countedFrom + PACE.perMs - at)
}
