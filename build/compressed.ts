import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import type { Plugin } from 'vite'

/**
 * Lays the compressed forms beside each file that is built. The server sends those to whoever takes them: on a slow line
 * the size is what a customer waits for (R-18-069).
 */
export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle: ({ dir = '' }, bundle) => {
    for (const name of Object.keys(bundle)) {
      if (!/\.(?:js|css|html)$/u.test(name)) continue
      const bytes = readFileSync(join(dir, name))
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params }))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
})
