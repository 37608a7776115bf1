/** Builds the gallery (the workbench over a made-up desk), once for all files of a worker, and serves it under the policy the real server sends. */
import { join } from 'node:path'

import { build, preview } from 'vite'

import { workbenchPolicy } from '../../src/server/transport/http/securityHeaders.ts'
import { makeFastFolder } from './fastFolder.ts'

const CONFIG = join(import.meta.dirname, '../gallery/vite.config.ts')

export interface Gallery {
  readonly url: string
  close(): Promise<void>
}

let built: Promise<string> | undefined

/** Into the folder of the run, which is thrown away with all that is in it. */
const buildGallery = async (): Promise<string> => {
  const outDir = makeFastFolder('foyer-gallery-')
  await build({
    configFile: CONFIG,
    logLevel: 'error',
    mode: 'production',
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}

export const openGallery = async (): Promise<Gallery> => {
  built ??= buildGallery()
  const outDir = await built
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
    close: async () => server.close(),
  }
}
