/**
 * The wrapped keys of a profile, newest last, in two copies.
 *
 * One copy lost or half written costs nothing; a copy that cannot be read is moved aside, never overwritten.
 */
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

export interface WrappedKey {
  readonly id: string
  /** Which key store wrapped it. */
  readonly backend: string
  /** Base64; only that key store can open it. */
  readonly wrapped: string
}

const COPIES = ['keys.json', 'keys.copy.json']

/** All keys of all copies. `isDamaged`: at least one copy has to be written anew. */
export const readKeyFile = async (
  folder: string,
): Promise<{ keys: readonly WrappedKey[]; isDamaged: boolean }> => {
  const copies = await Promise.all(COPIES.map((name) => readCopy(join(folder, name))))
  const byId = new Map(copies.flatMap((keys) => keys ?? []).map((key) => [key.id, key]))
  return { keys: [...byId.values()], isDamaged: copies.some((keys) => keys?.length !== byId.size) }
}

export const writeKeyFile = async (folder: string, keys: readonly WrappedKey[]): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of COPIES) {
    const file = join(folder, name)
    const draft = `${file}.new`
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(JSON.stringify({ keys }))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  }
}

const readCopy = async (file: string): Promise<readonly WrappedKey[] | null> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return null
  }
  const keys = parse(text)
  if (keys === null) await rename(file, `${file}.damaged`)
  return keys
}

const parse = (text: string): readonly WrappedKey[] | null => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys))
      return null
    return value.keys.every(isWrappedKey) ? value.keys : null
  } catch {
    return null
  }
}

const isWrappedKey = (value: unknown): value is WrappedKey =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'backend', 'wrapped'].every(
    (name) => typeof Object.getOwnPropertyDescriptor(value, name)?.value === 'string',
  )
