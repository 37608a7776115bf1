/** W1: what the chat costs a page that carries it: before it is opened, and opened. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { buildIfChanged } from '../scripts/support/builds.ts'
import { finding, type Finding } from './lib/report.ts'

const WIDGET = join(import.meta.dirname, '../out/widget')
const LOADER_KIB = 10
const FRAME_KIB = 60

export const measureSize = async (): Promise<Finding[]> => {
  if (!(await buildIfChanged(['widget'], console.log))) throw new Error('the widget could not be built')
  const assets = readdirSync(join(WIDGET, 'frame'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const frame = assets.reduce((sum, path) => sum + zippedKib(path), 0)
  return [
    atMost('the loader, gzip', zippedKib(join(WIDGET, 'foyer.js')), LOADER_KIB),
    atMost('the frame and its assets, gzip', frame, FRAME_KIB),
  ]
}

const atMost = (what: string, value: number, limit: number): Finding =>
  finding('W1', what, 'KiB', value, null, `≤ ${limit} KiB`, () => value <= limit)

const zippedKib = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length / 1024
