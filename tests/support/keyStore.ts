/** A key store that the test takes away, exchanges and gives back; and files that know their key without a cipher. */
import { createHash, randomBytes } from 'node:crypto'

import { DatabaseError } from '../../src/client/ports/index.ts'
import type { KeyStore } from '../../src/main/clientHost/keyStore.ts'
import { openSqlite } from '../../src/main/clientHost/sqliteDriver.ts'

export interface FakeKeyStore extends KeyStore {
  /** Null: there is none. Each name is another store, with a secret of its own. */
  name: string | null
  /** It is there and refuses, as a keychain does whose owner said no. */
  refuses: boolean
  /** It goes on without the keys it has wrapped so far, until `findKeys`. */
  loseKeys(): void
  findKeys(): void
  /** It has a newer key of its own. */
  isStale: boolean
}

export const createFakeKeyStore = (name: string | null = 'keychain'): FakeKeyStore => {
  const pads = new Map<string, Buffer>()
  const wrapped = new Set<string>()
  const lost = new Set<string>()
  const mask = (bytes: Uint8Array): Uint8Array => {
    if (store.name === null || store.refuses) throw new Error('the key store refuses')
    const pad = pads.get(store.name) ?? randomBytes(64)
    pads.set(store.name, pad)
    return bytes.map((byte, index) => byte ^ (pad[index] ?? 0))
  }
  const store: FakeKeyStore = {
    name,
    refuses: false,
    isStale: false,
    loseKeys: () => wrapped.forEach((each) => lost.add(each)),
    findKeys: () => lost.clear(),
    backend: async () => store.name,
    wrap: async (secret) => {
      const bytes = mask(secret)
      wrapped.add(textOf(bytes))
      return bytes
    },
    // Like some real ones it answers with rubbish when another store had wrapped it.
    unwrap: async (bytes) => {
      if (lost.has(textOf(bytes))) throw new Error('the key store has no such key')
      return { secret: mask(bytes), isStale: store.isStale }
    },
  }
  return store
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Plain files that refuse every key but their own as an encrypted one does. */
export const openMarked = (...[file, pragmas, key]: Parameters<typeof openSqlite>) => {
  const driver = openSqlite(file, pragmas)
  if (key === undefined) return driver
  const mark = createHash('sha256').update(key).digest().readUInt32BE() >>> 1
  const found = driver.get<{ application_id: number }>('pragma application_id')?.application_id
  if (found === 0) driver.exec(`pragma application_id = ${mark}`)
  else if (found !== mark) {
    driver.close()
    throw new DatabaseError('corrupt')
  }
  return driver
}
