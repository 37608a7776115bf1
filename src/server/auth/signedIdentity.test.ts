import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

import { expect, it } from 'vitest'

import { signIdentity } from '../../../tests/support/signIdentity.ts'
import type { IdentityId, OrganizationId } from '../../protocol/model/index.ts'
import { readSignedIdentity } from './signedIdentity.ts'
import { makeSignedToken, readSignedToken } from './signedToken.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const HOUR_S = 3600
const SECONDS = NOW / 1000
const keys = { secret: 'the secret', publicKey: '', version: 1 }
const claims = { sub: 'user-7', exp: SECONDS + HOUR_S, name: '王芳', email: 'wang@example.com' }
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const signedBy = (alg: string, key: KeyObject): string => {
  const text = `${part({ alg })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' })
  return `${text}.${signature.toString('base64url')}`
}
const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString()

it('R-16-141 a token is read that the site has signed with the secret, RS256 or ES256', () => {
  const user = { userId: 'user-7', name: '王芳', email: 'wang@example.com', phone: '' }
  expect(readSignedIdentity(signIdentity(keys.secret, claims), keys, NOW)).toEqual(user)
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const withRsa = { ...keys, publicKey: pem(rsa.publicKey) }
  const withEc = { ...keys, publicKey: pem(ec.publicKey) }
  expect(readSignedIdentity(signedBy('RS256', rsa.privateKey), withRsa, NOW)).toEqual(user)
  expect(readSignedIdentity(signedBy('ES256', ec.privateKey), withEc, NOW)).toEqual(user)
  // A key of another kind, and the public key taken for a secret.
  expect(readSignedIdentity(signedBy('RS256', rsa.privateKey), withEc, NOW)).toBeNull()
  expect(readSignedIdentity(signIdentity(withRsa.publicKey, claims), withRsa, NOW)).toBeNull()
})

it('R-16-141 nothing wrong, old or valid for more than a day is read', () => {
  const good = signIdentity(keys.secret, claims)
  const [head, payload, signature] = good.split('.')
  const unsigned = `${part({ alg: 'none' })}.${payload}.`
  const other = `${head}.${part({ ...claims, sub: 'user-8' })}.${signature}`
  const critical = `${part({ alg: 'HS256', crit: ['x'] })}.${payload}`
  const seal = createHmac('sha256', keys.secret).update(critical).digest('base64url')
  const bad = [
    ...['', '.', '..', 'a.b.c', `${good}.more`, unsigned, `${unsigned}x`, other, `${critical}.${seal}`],
    signIdentity('of another company', claims),
    signIdentity(keys.secret, { ...claims, exp: SECONDS - 1 }),
    signIdentity(keys.secret, { ...claims, exp: SECONDS + 25 * HOUR_S }),
    signIdentity(keys.secret, { ...claims, nbf: SECONDS + HOUR_S }),
    signIdentity(keys.secret, { ...claims, sub: '' }),
    signIdentity(keys.secret, { exp: claims.exp }),
    signIdentity(keys.secret, { sub: 'user-7' }),
  ]
  for (const token of bad) expect([token, readSignedIdentity(token, keys, NOW)]).toEqual([token, null])
})

it('a token for the chat opens one identity of one organisation for a day', () => {
  const mine = 'org-1' as OrganizationId
  const token = makeSignedToken(keys.secret, mine, 'identity-1' as IdentityId, NOW)
  const day = 24 * HOUR_S * 1000
  expect(readSignedToken(token, [keys.secret], mine, NOW + day - 1)).toBe('identity-1')
  expect(readSignedToken(token, [keys.secret], mine, NOW + day)).toBeUndefined()
  expect(readSignedToken(token, ['another secret'], mine, NOW)).toBeUndefined()
  expect(readSignedToken(token, [keys.secret], 'org-2' as OrganizationId, NOW)).toBeUndefined()
  expect(readSignedToken(token.replace('identity-1', 'identity-2'), [keys.secret], mine, NOW)).toBeUndefined()
})
