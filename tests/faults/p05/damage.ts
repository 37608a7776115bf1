/** Ways in which a file is found damaged. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

import type { Random } from '../../../src/server/demo/random.ts'

export const DAMAGES = [
  'bit flip',
  'truncation',
  'deleted wal',
  'foreign wal',
  'zero page',
  'flipped wal',
] as const
export type Damage = (typeof DAMAGES)[number]

export interface Target {
  readonly folder: string
  readonly cacheName: string
  readonly foreignWal: string
}

const PAGE = 4096
const MOST_FLIPS = 8

export const damageCache = (
  damage: Damage,
  { folder, cacheName, foreignWal }: Target,
  random: Random,
): void => {
  const file = join(folder, `${cacheName}.db`)
  const wal = `${file}-wal`
  if (!existsSync(wal)) throw new Error('the profile has no write-ahead log')
  switch (damage) {
    case 'bit flip':
      return flipBits(file, random)
    case 'flipped wal':
      return flipBits(wal, random)
    case 'truncation':
      return withFile(file, (descriptor, size) => ftruncateSync(descriptor, random.int(0, size - 1)))
    case 'deleted wal':
      return rmSync(wal)
    case 'foreign wal':
      return copyFileSync(foreignWal, wal)
    case 'zero page':
      return withFile(file, (descriptor, size) => {
        writeSync(descriptor, Buffer.alloc(PAGE), 0, PAGE, random.int(0, size / PAGE - 1) * PAGE)
      })
  }
}

const flipBits = (file: string, random: Random): void => {
  withFile(file, (descriptor, size) => {
    for (let flips = random.int(1, MOST_FLIPS); flips > 0; flips -= 1) {
      const at = random.int(0, size - 1)
      const byte = Buffer.alloc(1)
      readSync(descriptor, byte, 0, 1, at)
      byte[0] = (byte[0] ?? 0) ^ (1 << random.int(0, 7))
      writeSync(descriptor, byte, 0, 1, at)
    }
  })
}

const withFile = (file: string, work: (descriptor: number, size: number) => void): void => {
  const descriptor = openSync(file, 'r+')
  try {
    work(descriptor, statSync(file).size)
  } finally {
    closeSync(descriptor)
  }
}
