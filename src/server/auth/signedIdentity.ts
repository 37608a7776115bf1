/**
 * Who a visitor is, in the words of the company's own server: a JSON Web Token it has signed (R-16-141).
 *
 * The kind of the key decides which algorithms are taken, never the token alone: a public key is no secret, so it must
 * not verify what a secret should have signed.
 */
import { createHash, createHmac, createPublicKey, timingSafeEqual, verify, type KeyObject } from 'node:crypto'

import * as z from 'zod'

import { SaidOfVisitor } from '../../protocol/model/index.ts'
import type { SigningKeys } from '../db/siteKeys.ts'

/** Proved by the signature. */
export interface SignedUser extends SaidOfVisitor {
  /** The visitor's id in the company's own system. */
  readonly userId: string
}

/** Null: wrong, old, or valid for longer than a day. */
export const readSignedIdentity = (token: string, keys: SigningKeys, now: number): SignedUser | null => {
  const [head, payload, signature, ...rest] = token.split('.')
  if (!head || !payload || !signature || rest.length > 0) return null
  const header = Header.safeParse(json(head)).data
  const claims = Claims.safeParse(json(payload)).data
  if (!header || !claims) return null
  if (!isSigned(header.alg, `${head}.${payload}`, Buffer.from(signature, 'base64url'), keys, now)) return null
  const { sub, exp, nbf, name, email, phone } = claims
  const from = (nbf ?? 0) * 1000 - SKEW_MS
  if (now < from || now >= exp * 1000 || exp * 1000 > now + LONGEST_MS + SKEW_MS) return null
  return { userId: sub, name, email, phone }
}

/** What may have signed something that comes now: the secret, and the one before it for as long as that holds. */
export const secretsOf = ({ secret, former }: SigningKeys, now: number): readonly string[] =>
  former && now < former.until ? [secret, former.secret] : [secret]

/**
 * Under which a signed user is found again. It is no hash a visitor's token could have, so nobody comes in by naming it.
 */
export const signedKeyOf = (userId: string): string =>
  `${SIGNED}${createHash('sha256').update(userId).digest('hex')}`

export const isSignedKey = (keyHash: string): boolean => keyHash.startsWith(SIGNED)

/** Undefined: this is no public key for RS256 or ES256. */
export const publicKeyOf = (
  pem: string,
): { readonly alg: 'RS256' | 'ES256'; readonly key: KeyObject } | undefined => {
  try {
    if (!pem.includes('BEGIN PUBLIC KEY')) return undefined
    const key = createPublicKey(pem)
    const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {}
    if (key.asymmetricKeyType === 'rsa') return modulusLength >= 2048 ? { alg: 'RS256', key } : undefined
    return namedCurve === 'prime256v1' ? { alg: 'ES256', key } : undefined
  } catch {
    return undefined
  }
}

const LONGEST_MS = 24 * 60 * 60_000
/** Clocks of two servers differ a little. */
const SKEW_MS = 60_000
const SIGNED = 'signed:'

/** `crit` names what a reader must understand; we understand none of it. */
const Header = z.object({ alg: z.string(), crit: z.never().optional() })
/** What is too long or of another kind is left out: it decides nothing. */
const { name, email, phone } = SaidOfVisitor.shape
const Claims = z.object({
  sub: z.string().min(1).max(128),
  exp: z.number(),
  nbf: z.number().optional(),
  name: name.catch(''),
  email: email.catch(''),
  phone: phone.catch(''),
})

const isSigned = (alg: string, text: string, signature: Buffer, keys: SigningKeys, now: number): boolean => {
  if (alg === 'HS256') {
    return secretsOf(keys, now).some((secret) => {
      const wanted = createHmac('sha256', secret).update(text).digest()
      return signature.length === wanted.length && timingSafeEqual(signature, wanted)
    })
  }
  const known = publicKeyOf(keys.publicKey)
  if (known?.alg !== alg) return false
  return verify('sha256', Buffer.from(text), { key: known.key, dsaEncoding: 'ieee-p1363' }, signature)
}

const json = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return null
  }
}
