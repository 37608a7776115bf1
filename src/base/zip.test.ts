import { crc32, deflateRawSync } from 'node:zlib'

import { expect, it } from 'vitest'

import { readZip, writeZip } from './zip.ts'

const MOST = 1_000_000
const textsOf = (files: ReadonlyMap<string, Uint8Array> | null): unknown =>
  files && [...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])

it('what was written is read again, and its sums are right', async () => {
  const archive = writeZip([
    ['a.txt', 'first'],
    ['目录/b.txt', '第二个'],
  ])
  expect(textsOf(await readZip(archive, MOST))).toEqual([
    ['a.txt', 'first'],
    ['目录/b.txt', '第二个'],
  ])
  expect(new DataView(archive.buffer).getUint32(14, true)).toBe(crc32('first'))
})

it('a deflated file is unpacked, but no more of it than may be', async () => {
  const packed = deflateRawSync('a'.repeat(100_000))
  const archive = writeZip([['x', packed.toString('latin1')]])
  // As one that was deflated: the same places, other method and bytes.
  const plain = Buffer.from(archive)
  const from = 30 + 1
  const stored = plain.readUInt32LE(18)
  const deflated = Buffer.concat([plain.subarray(0, from), packed, plain.subarray(from + stored)])
  const directory = from + packed.length
  deflated.writeUInt16LE(8, directory + 10)
  deflated.writeUInt32LE(packed.length, directory + 20)
  deflated.writeUInt32LE(directory, deflated.length - 22 + 16)
  const bytes = new Uint8Array(deflated)
  expect((await readZip(bytes, MOST))?.get('x')).toHaveLength(100_000)
  expect(await readZip(bytes, 99_999)).toBeNull()
})

it('what is no archive, or only a piece of one, is nothing', async () => {
  const archive = writeZip([['a', 'b']])
  for (const wrong of [new Uint8Array(0), new Uint8Array(100), archive.slice(0, 40), archive.slice(20)])
    expect(await readZip(wrong, MOST)).toBeNull()
})
