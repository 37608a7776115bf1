/** Why a request or a connection of the core failed, in words that a person can act on. */
import { NetworkError, type NoAnswer } from '../../client/host/index.ts'

/** Of Node and of the TLS below it. */
const REASONS: Readonly<Record<string, NoAnswer>> = {
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'no-such-host',
  ECONNREFUSED: 'nobody-listens',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untrusted',
  CERT_UNTRUSTED: 'certificate-untrusted',
  CERT_REVOKED: 'certificate-untrusted',
  ERR_PROXY_TUNNEL: 'proxy',
}

/** `isProxied`: what cannot be reached is then the proxy. */
export const faultOf = (error: unknown, isProxied: boolean): unknown => {
  const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined
  if (reason === undefined) return error
  const isWay = reason === 'no-such-host' || reason === 'nobody-listens'
  return new NetworkError(isProxied && isWay ? 'proxy' : reason, error)
}

/** The proxy wants to know who asks. */
export const wantsSignIn = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'ERR_PROXY_TUNNEL' &&
  'statusCode' in error &&
  error.statusCode === 407
