/**
 * What a signed visitor's chat shows instead of a visitor token, for a day after the signature was read.
 *
 * Nothing of it is stored: whoever has many devices has many of them, and they end with the secret that made them.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

import { IdentityId, type OrganizationId } from '../../protocol/model/index.ts'

const LIFETIME_MS = 24 * 60 * 60_000

export const makeSignedToken = (
  secret: string,
  organizationId: OrganizationId,
  identityId: IdentityId,
  now: number,
): string => {
  const text = `${organizationId}.signed.${identityId}.${now + LIFETIME_MS}`
  return `${text}.${sealOf(secret, text)}`
}

export const isSignedToken = (token: string): boolean => token.split('.')[1] === 'signed'

/** Whose it is; undefined: forged, old, or of another organisation. */
export const readSignedToken = (
  token: string,
  secrets: readonly string[],
  organizationId: OrganizationId,
  now: number,
): IdentityId | undefined => {
  const [owner, , identityId, until, seal, ...rest] = token.split('.')
  if (owner !== organizationId || !seal || rest.length > 0 || !(Number(until) > now)) return undefined
  const given = Buffer.from(seal)
  const isOurs = secrets.some((secret) => {
    const wanted = Buffer.from(sealOf(secret, token.slice(0, token.lastIndexOf('.'))))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  if (!isOurs) return undefined
  return IdentityId.safeParse(identityId).data
}

/** The prefix keeps it apart from the tokens the company signs with the same secret. */
const sealOf = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(`foyer-visitor\n${text}`).digest('base64url')
