/** The demonstration shop: a page of another origin, as a company's own site is, with the widget's one script line. */
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import type { WidgetId } from '../../../protocol/model/index.ts'
import { renderShop } from './page.ts'

export interface Shop {
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

export interface ShopOptions {
  readonly host: string
  /** 0, or a port that is taken: any free one. */
  readonly port: number
  readonly serverUrl: string
  readonly widgetId: WidgetId
}

const STATIC = join(import.meta.dirname, 'static')
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
}

export const startShop = async ({ host, port, serverUrl, widgetId }: ShopOptions): Promise<Shop> => {
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff')
    const { pathname } = new URL(request.url ?? '/', 'http://shop.invalid')
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
    if (pathname === '/' || pathname === '/en') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(renderShop({ language: pathname === '/' ? 'zh-CN' : 'en', serverUrl, widgetId }))
      return
    }
    sendFile(pathname, response)
  })

  const listen = async (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, host, () => {
        server.off('error', reject)
        resolve()
      })
    })

  await listen(port).catch(async (error: unknown) => {
    if (port === 0) throw error
    await listen(0)
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${hostOf(serverUrl)}:${address.port}/`,
    port: address.port,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}

/** Only plain names of files that lie in the folder: no path leads out of it. */
const sendFile = (pathname: string, response: ServerResponse): void => {
  const [, name, ending] = /^\/([\w-]+\.(css|svg))$/u.exec(pathname) ?? []
  const path = name && join(STATIC, name)
  if (!path || !ending || !existsSync(path)) return refuse(response, 404)
  response.setHeader('content-type', TYPES[ending] ?? 'application/octet-stream')
  createReadStream(path).pipe(response)
}

const refuse = (response: ServerResponse, status: number): void => {
  response.statusCode = status
  response.end()
}

/** The shop is reached by the name the server is reached by. */
const hostOf = (serverUrl: string): string => new URL(serverUrl).hostname
