/** The icons of all systems, drawn from the one picture of the program. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import sharp from 'sharp'

type Picture = { readonly size: number; readonly png: Buffer }

const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256]
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** What macOS calls each size; the last four are for screens with twice as many pixels. */
const MAC_KINDS = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
}

/** Writes `icon.ico`, `icon.icns` and `16x16.png` … into the folder. */
export const drawIcons = async (svg: string, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const pictures = new Map<number, Buffer>()
  const draw = async (size: number): Promise<Picture> => {
    // Drawn anew for each size: a large picture made small has blurred edges.
    const png =
      pictures.get(size) ??
      (await sharp(svg, { density: (72 * size) / 1024 })
        .resize(size, size)
        .png()
        .toBuffer())
    pictures.set(size, png)
    return { size, png }
  }
  for (const size of LINUX_SIZES) {
    writeFileSync(join(folder, `${size}x${size}.png`), (await draw(size)).png)
  }
  writeFileSync(join(folder, 'icon.ico'), icoOf(await Promise.all(WINDOWS_SIZES.map(draw))))
  const kinds = Object.entries(MAC_KINDS).map(async ([kind, size]) => [kind, (await draw(size)).png] as const)
  writeFileSync(join(folder, 'icon.icns'), icnsOf(await Promise.all(kinds)))
}

/** A table of the pictures, then the pictures. */
const icoOf = (pictures: readonly Picture[]): Buffer => {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index
    // One byte each, where 0 stands for 256.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Each picture behind its kind and its length, which counts both. */
const icnsOf = (pictures: readonly (readonly [kind: string, png: Buffer])[]): Buffer => {
  const block = (kind: string, content: Buffer): Buffer => {
    const head = Buffer.from(`${kind}\0\0\0\0`, 'latin1')
    head.writeUInt32BE(head.length + content.length, 4)
    return Buffer.concat([head, content])
  }
  return block('icns', Buffer.concat(pictures.map(([kind, png]) => block(kind, png))))
}
