/**
 * A password in place of a key store: what it wraps can be opened with it alone, and it is kept nowhere.
 *
 * The key is made from it slowly, off the main thread, so that trying all passwords takes long, also for whoever has the
 * file. The cost stands beside what is wrapped, so that it can grow.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'

import type { KeyStore } from './keyStore.ts'

/** How keys are named that a password wraps. */
export const PASSWORD_BACKEND = 'password'

/** What is wrapped begins with this. */
const MARK = Buffer.from('foyer-password-1')
/** 128 MB and about half a second. */
const COST = { log2N: 17, r: 8, p: 1 }
/** What somebody wrote into the file must not take all memory. */
const MOST = { log2N: 20, r: 16, p: 4 }
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
const CIPHER = 'aes-256-gcm'

const HEADER_BYTES = MARK.length + 3 + SALT_BYTES

export const isWrappedByPassword = (wrapped: Uint8Array): boolean =>
  Buffer.from(wrapped).subarray(0, MARK.length).equals(MARK)

export const createPasswordKeyStore = (password: string, cost = COST): KeyStore => {
  const keys = new Map<string, Promise<Buffer>>()
  /** Each is made once: the same question comes again when the files are opened. */
  const keyFor = (header: Buffer): Promise<Buffer> => {
    const name = header.toString('base64')
    const known = keys.get(name)
    if (known) return known
    const key = derive(password, header)
    keys.set(name, key)
    return key
  }
  return {
    backend: async () => PASSWORD_BACKEND,
    wrap: async (secret) => {
      const header = Buffer.concat([MARK, Buffer.from([cost.log2N, cost.r, cost.p]), randomBytes(SALT_BYTES)])
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, await keyFor(header), nonce)
      cipher.setAAD(header)
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([header, nonce, cipher.getAuthTag(), sealed])
    },
    unwrap: async (wrapped) => {
      if (!isWrappedByPassword(wrapped)) throw new Error('not wrapped by a password')
      const bytes = Buffer.from(wrapped)
      const header = bytes.subarray(0, HEADER_BYTES)
      const [nonce, tag, sealed] = partsOf(bytes.subarray(HEADER_BYTES))
      const decipher = createDecipheriv(CIPHER, await keyFor(header), nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(header)
      decipher.setAuthTag(tag)
      return { secret: Buffer.concat([decipher.update(sealed), decipher.final()]), isStale: false }
    },
  }
}

const partsOf = (bytes: Buffer): readonly [nonce: Buffer, tag: Buffer, sealed: Buffer] => [
  bytes.subarray(0, NONCE_BYTES),
  bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
  bytes.subarray(NONCE_BYTES + TAG_BYTES),
]

const derive = async (password: string, header: Buffer): Promise<Buffer> => {
  const [log2N = 0, r = 0, p = 0] = header.subarray(MARK.length)
  if (log2N < 1 || log2N > MOST.log2N || r < 1 || r > MOST.r || p < 1 || p > MOST.p)
    throw new Error('wrapped at a cost that nobody chose')
  const salt = header.subarray(MARK.length + 3)
  const cost = { N: 2 ** log2N, r, p, maxmem: 2 * 128 * 2 ** log2N * r }
  return new Promise((resolve, reject) => {
    // The same letters may come as different signs from another keyboard.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, cost, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
