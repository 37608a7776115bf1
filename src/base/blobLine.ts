/**
 * Blobs over a line that carries plain values only, as Electron's message ports do: they arrive there as empty objects.
 *
 * Their bytes travel instead, and are Blobs again where they arrive. Reading bytes takes a moment, in which what is said
 * next has to wait: a text sent after a picture must not overtake it.
 */

/** What stands for a Blob on the line. No JSON of a stranger can look like it: there are no buffers in JSON. */
interface Packed {
  readonly packedBlob: ArrayBuffer
  readonly type: string
  /** As told by the Blob; more than the bytes when these could not be read. */
  readonly size: number
}

/** Nothing larger is ever sent, so its bytes need not be read to have it refused. */
const MOST_BYTES = 128 * 1024 * 1024

/** A `post` that takes Blobs anywhere in a message. */
export const createBlobLine = (post: (message: unknown) => void): ((message: unknown) => void) => {
  let last: Promise<void> | null = null
  return (message) => {
    if (last === null && !holdsBlob(message)) {
      post(message)
      return
    }
    const sent = (last ?? Promise.resolve())
      .then(() => pack(message))
      .then((packed) => {
        if (last === sent) last = null
        post(packed)
      })
    last = sent
  }
}

/** What was said by `createBlobLine` at the other end, with its Blobs. */
export const unpackBlobs = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (isPacked(value)) return blobOf(value)
  if (Array.isArray(value)) return replaced(value, value.map(unpackBlobs))
  return isPlain(value) ? eachField(value, unpackBlobs) : value
}

const holdsBlob = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Blob) return true
  if (Array.isArray(value)) return value.some(holdsBlob)
  return isPlain(value) && Object.values(value).some(holdsBlob)
}

const pack = async (value: unknown): Promise<unknown> => {
  if (!holdsBlob(value)) return value
  if (value instanceof Blob) return packed(value)
  if (Array.isArray(value)) return Promise.all(value.map(pack))
  const fields = Object.entries(value as object).map(
    async ([key, field]) => [key, await pack(field)] as const,
  )
  return Object.fromEntries(await Promise.all(fields))
}

const packed = async (blob: Blob): Promise<Packed> => ({
  // A file that was moved away after it was chosen cannot be read.
  packedBlob:
    blob.size > MOST_BYTES ? new ArrayBuffer() : await blob.arrayBuffer().catch(() => new ArrayBuffer()),
  type: blob.type,
  size: blob.size,
})

const blobOf = ({ packedBlob, type, size }: Packed): Blob =>
  packedBlob.byteLength === size ? new Blob([packedBlob], { type }) : new UnreadBlob(type, size)

/** Tells of itself what the other end knew, and fails when it is read, as an unreadable file does anywhere. */
class UnreadBlob extends Blob {
  constructor(type: string, size: number) {
    super([], { type })
    Object.defineProperty(this, 'size', { value: size })
  }

  override slice(): Blob {
    return this
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new Error('the file could not be read'))
  }
}

const isPacked = (value: object): value is Packed =>
  'packedBlob' in value && value.packedBlob instanceof ArrayBuffer && 'type' in value && 'size' in value

const isPlain = (value: object): value is Record<string, unknown> =>
  Object.getPrototypeOf(value) === Object.prototype

/** The value itself when nothing in it was packed: what did not change keeps its identity. */
const eachField = (value: Record<string, unknown>, change: (field: unknown) => unknown): object => {
  let next: Record<string, unknown> | null = null
  for (const [key, field] of Object.entries(value)) {
    const changed = change(field)
    if (changed === field) continue
    next ??= { ...value }
    next[key] = changed
  }
  return next ?? value
}

const replaced = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] =>
  after.some((value, index) => value !== before[index]) ? after : before
