/** A place of new versions, as a publisher keeps it. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'

import { PRODUCT, type Manifest } from '../../../src/main/updates/manifest.ts'
import { listen } from '../../support/httpServer.ts'

export interface UpdateFeed {
  /** What the program must be told of it. */
  readonly env: { readonly FOYER_UPDATE_FEED: string; readonly FOYER_UPDATE_KEY: string }
  close(): Promise<void>
}

/** Offers version 9.9.9 with this content. */
export const openUpdateFeed = async (content: string): Promise<UpdateFeed> => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const name = 'Foyer-9.9.9.AppImage'
  const manifest: Manifest = {
    product: PRODUCT,
    version: '9.9.9',
    expiresAt: Date.now() + 3_600_000,
    share: 100,
    notes: { 'zh-CN': '会话列表更快', en: 'The list is faster' },
    files: [
      {
        platform: 'linux',
        arch: process.arch === 'arm64' ? 'arm64' : 'x64',
        name,
        size: Buffer.byteLength(content),
        sha512: createHash('sha512').update(content).digest('hex'),
      },
    ],
  }
  const signed = JSON.stringify(manifest)
  const signature = sign(null, Buffer.from(signed), privateKey).toString('base64')
  const { url, close } = await listen(
    createServer((request, response) => {
      response.end(request.url === `/${name}` ? content : JSON.stringify({ signed, signature }))
    }),
  )
  return {
    env: {
      FOYER_UPDATE_FEED: url,
      FOYER_UPDATE_KEY: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    },
    close,
  }
}
