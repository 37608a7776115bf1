/**
 * Archives as spreadsheet programs write them (ZIP, without encryption and without more than one part).
 *
 * Two small functions instead of a library: what is needed of the format fits on this page, and what runs over files that
 * people were sent should be small enough to be read.
 */

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
const STORED = 0
const DEFLATED = 8
/** Of a day nobody asks about: 1 January 1980. */
const SOME_DAY = 0x21

/**
 * The files of an archive by their names, unpacked; null: it is damaged or none, or they are more than `mostBytes`, which a
 * small archive can unfold to.
 */
export const readZip = async (
  archive: Uint8Array<ArrayBuffer>,
  mostBytes: number,
): Promise<ReadonlyMap<string, Uint8Array> | null> => {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const files = new Map<string, Uint8Array>()
  let left = mostBytes
  try {
    let end = archive.length - END_BYTES
    while (view.getUint32(end, true) !== END) end -= 1
    let at = view.getUint32(end + 16, true)
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      if (view.getUint32(at, true) !== CENTRAL) return null
      const nameBytes = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameBytes))
      const local = view.getUint32(at + 42, true)
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const packed = archive.subarray(from, from + view.getUint32(at + 20, true))
      const method = view.getUint16(at + 10, true)
      if (view.getUint32(local, true) !== LOCAL || (method !== STORED && method !== DEFLATED)) return null
      const file = method === STORED ? packed : await inflate(packed, left)
      left -= file.length
      if (left < 0) return null
      files.set(name, file)
      at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
  } catch {
    return null
  }
  return files
}

/** Stops as soon as it is more than wanted. */
const inflate = async (packed: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<Uint8Array> => {
  const unpacked: ReadableStream<Uint8Array> = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = unpacked.getReader()
  const parts: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.length
    if (bytes > mostBytes) throw new Error('too large')
    parts.push(value)
  }
  return joined(parts)
}

/** An archive of these files, as they are. */
export const writeZip = (
  files: readonly (readonly [name: string, text: string])[],
): Uint8Array<ArrayBuffer> => {
  const entries = files.map(([name, text]) => ({ name: encode(name), bytes: encode(text) }))
  const locals: Uint8Array[] = []
  const centrals: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const facts = [STORED, 0, SOME_DAY, ...wide(crc32(bytes)), ...wide(bytes.length), ...wide(bytes.length)]
    const local = joined([words([...wide(LOCAL), 20, 0x800, ...facts, name.length, 0]), name, bytes])
    centrals.push(
      words([...wide(CENTRAL), 20, 20, 0x800, ...facts, name.length, 0, 0, 0, 0, 0, 0, ...wide(offset)]),
      name,
    )
    locals.push(local)
    offset += local.length
  }
  const directory = joined(centrals)
  const count = entries.length
  const end = words([...wide(END), 0, 0, count, count, ...wide(directory.length), ...wide(offset), 0])
  return joined([...locals, directory, end])
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A number of four bytes as two words. */
const wide = (value: number): readonly [number, number] => [value & 0xff_ff, value >>> 16]

const words = (values: readonly number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value & 0xff, value >>> 8]))

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const crc32 = (bytes: Uint8Array): number => {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0)
  }
  return ~crc >>> 0
}
