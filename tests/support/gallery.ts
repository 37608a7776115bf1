/** Builds the gallery (the workbench over a made-up desk) and serves it under the policy the real server sends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build, preview } from 'vite'

import { workbenchPolicy } from '../../src/server/transport/http/securityHeaders.ts'

const CONFIG = join(import.meta.dirname, '../gallery/vite.config.ts')

export interface Gallery {
  readonly url: string
  close(): Promise<void>
}

export const openGallery = async (): Promise<Gallery> => {
  const outDir = mkdtempSync(join(tmpdir(), 'foyer-gallery-'))
  await build({
    configFile: CONFIG,
    logLevel: 'error',
    mode: 'production',
    build: { outDir, emptyOutDir: true },
  })
  const server = await preview({
    configFile: false,
    root: outDir,
    build: { outDir },
    logLevel: 'error',
    preview: {
      host: '127.0.0.1',
      port: 0,
      headers: { 'content-security-policy': workbenchPolicy('127.0.0.1') },
    },
  })
  const address = server.httpServer.address()
  if (typeof address !== 'object' || address === null) throw new Error('the gallery has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      await server.close()
      rmSync(outDir, { recursive: true })
    },
  }
}
