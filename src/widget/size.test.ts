import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { expect, it } from 'vitest'

import { buildWidget } from '../../tests/support/widgetBuild.ts'

const LOADER_LIMIT = 10 * 1024
const FRAME_LIMIT = 60 * 1024
/** What is fetched only when a voice is recorded. */
const VOICE_LIMIT = 15 * 1024

const compressed = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length

it('R-18-070 R-02-033 the loader and the window stay within their sizes, and no schema library is in them', async () => {
  const root = await buildWidget()
  const assets = readdirSync(join(root, 'frame/assets'))
    .filter((name) => !/\.(?:br|gz)$/u.test(name))
    .map((name) => join(root, 'frame/assets', name))
  const frame = [join(root, 'frame/frame.html'), ...assets].reduce((sum, path) => sum + compressed(path), 0)
  expect(compressed(join(root, 'foyer.js'))).toBeLessThanOrEqual(LOADER_LIMIT)
  expect(frame).toBeLessThanOrEqual(FRAME_LIMIT)
  const voice = assets.filter((path) => path.includes('VoiceRecorder'))
  expect(voice).toHaveLength(1)
  for (const path of voice) expect(compressed(path)).toBeLessThanOrEqual(VOICE_LIMIT)
  for (const path of assets) expect(readFileSync(path, 'utf8')).not.toContain('ZodError')
})
