/**
 * What a new version says of itself, signed by whoever publishes the program.
 *
 * The system's own code signature is checked by the system; this second one has a key that never lies on a server, so
 * whoever takes the place of downloads over can offer nothing but what was really published, and nothing older than what
 * runs. The signed text travels as text: what was signed and what is read are the same bytes.
 */
import { createPublicKey, verify } from 'node:crypto'

import * as z from 'zod'

import { ok, refuse, type Result } from '../../base/result.ts'

/** Says whose manifest it is: the same key may sign for another program. */
export const PRODUCT = 'app.foyer.desktop'

const Version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/u)

const UpdateFile = z.strictObject({
  platform: z.enum(['win32', 'linux']),
  arch: z.enum(['x64', 'arm64']),
  /** Beside the manifest; a name and never a path. */
  name: z.string().regex(/^[\w-][\w.-]{0,119}$/u),
  size: z
    .int()
    .min(1)
    .max(1024 ** 3),
  sha512: z.string().regex(/^[0-9a-f]{128}$/u),
})
export type UpdateFile = z.infer<typeof UpdateFile>

const Manifest = z.strictObject({
  product: z.literal(PRODUCT),
  version: Version,
  /** So that nobody can be held at an old version for ever by being shown an old manifest. */
  expiresAt: z.int(),
  /** Of all devices, as many in a hundred are offered it by themselves. */
  share: z.int().min(0).max(100),
  notes: z.strictObject({ 'zh-CN': z.string().max(4_000), en: z.string().max(4_000) }),
  files: z.array(UpdateFile).max(16),
})
export type Manifest = z.infer<typeof Manifest>

const Envelope = z.strictObject({ signed: z.string(), signature: z.base64() })

export type ManifestFault = 'unreadable' | 'signature' | 'expired' | 'older'

/** `key`: the publisher's, as SPKI in base64. */
export const readManifest = (
  text: string,
  { key, now, version }: { readonly key: string; readonly now: number; readonly version: string },
): Result<Manifest, ManifestFault> => {
  const envelope = Envelope.safeParse(parsed(text)).data
  if (!envelope) return refuse('unreadable')
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
  const signature = Buffer.from(envelope.signature, 'base64')
  // Before anything in it is looked at.
  if (!verify(null, Buffer.from(envelope.signed), publicKey, signature)) return refuse('signature')
  const manifest = Manifest.safeParse(parsed(envelope.signed)).data
  if (!manifest) return refuse('unreadable')
  if (manifest.expiresAt <= now) return refuse('expired')
  if (isNewer(version, manifest.version)) return refuse('older')
  return ok(manifest)
}

/** Whether `one` is newer than `other`, both as in a manifest. */
export const isNewer = (one: string, other: string): boolean => {
  const others = other.split('.').map(Number)
  for (const [index, part] of one.split('.').map(Number).entries()) {
    const difference = part - (others[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
