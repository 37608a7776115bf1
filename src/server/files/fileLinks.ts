/**
 * Addresses of files that work for a while and for whoever holds them.
 *
 * An `<img>` cannot send a header, so the right to see a file is written into its address: signed, and old soon. The
 * server gives an address only to somebody who may see the file now.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Clock } from '../../base/clock.ts'
import type { FileId, OrganizationId } from '../../protocol/model/index.ts'

export interface FileLink {
  readonly url: string
  readonly expiresAt: number
}

/** The parts of an address, as they came. */
export interface SignedFile {
  readonly organizationId: string
  readonly fileId: string
  readonly expires: string
  readonly signature: string
}

export interface FileLinks {
  /** The address is the same for some minutes, so that a browser's cache can help. */
  linkTo(organizationId: OrganizationId, fileId: FileId, lifeMs: number): FileLink
  verify(signed: SignedFile): 'good' | 'expired' | 'bad'
}

const STEP_MS = 5 * 60_000

/** `base`: the public address of the server, or empty for addresses relative to it. */
export const createFileLinks = (key: Buffer, clock: Clock, base = ''): FileLinks => {
  const sign = (organizationId: string, fileId: string, expiresAt: number): Buffer =>
    createHmac('sha256', key).update(`file:${organizationId}:${fileId}:${expiresAt}`).digest()
  return {
    linkTo: (organizationId, fileId, lifeMs) => {
      const expiresAt = Math.ceil((clock.now() + lifeMs) / STEP_MS) * STEP_MS
      const signature = sign(organizationId, fileId, expiresAt).toString('base64url')
      return { url: `${base}/files/${organizationId}/${fileId}?exp=${expiresAt}&sig=${signature}`, expiresAt }
    },
    verify: ({ organizationId, fileId, expires, signature }) => {
      if (!/^\d{1,16}$/u.test(expires)) return 'bad'
      const given = Buffer.from(signature, 'base64url')
      const expected = sign(organizationId, fileId, Number(expires))
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'bad'
      return Number(expires) > clock.now() ? 'good' : 'expired'
    },
  }
}
