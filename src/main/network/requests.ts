/** Requests of the main process, by Chromium's network; `net.fetch` cannot sign in to a proxy. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

import { net } from 'electron'

import type { ProxyAnswer } from '../../preload/contract.ts'
import type { Network } from './network.ts'

export type Fetch = (
  url: string,
  options?: { readonly headers?: Readonly<Record<string, string>>; readonly redirect?: 'follow' | 'error' },
) => Promise<Response>

export const createFetch =
  (network: Pick<Network, 'answer'>): Fetch =>
  (url, { headers = {}, redirect = 'follow' } = {}) =>
    new Promise((resolve, reject) => {
      // Files of conversations would lie in Chromium's cache as they are, where nothing erases them (T18).
      const request = net.request({ url, redirect, headers, credentials: 'omit', cache: 'no-store' })
      let tried: ProxyAnswer | undefined
      request.on('login', (info, reply) => {
        void network.answer(info, tried).then((said) => {
          tried = said
          reply(said?.name, said?.password)
        })
      })
      request.on('response', (message) => {
        const told = new Headers()
        for (const [name, value] of Object.entries(message.headers))
          for (const one of [value].flat()) told.append(name, one)
        // By its type it is an emitter only, but it is Node's own stream.
        const body = Readable.toWeb(message as unknown as Readable) as ReadableStream<Uint8Array>
        const isEmpty = message.statusCode === 204 || message.statusCode === 304
        resolve(new Response(isEmpty ? null : body, { status: message.statusCode, headers: told }))
      })
      request.on('error', reject)
      request.end()
    })
