/** A speech and translation service as companies run them, that answers as the test says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { listen } from './httpServer.ts'

export interface AskedOfProvider {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** As it came. */
  readonly body: Buffer
}

export interface LanguageProvider {
  readonly url: string
  readonly asked: readonly AskedOfProvider[]
  /** From now on. */
  answer(respond: (response: ServerResponse, asked: AskedOfProvider) => void): void
  close(): Promise<void>
}

/** Hears whatever it is given say the same, takes everything for Japanese, and translates by putting the wanted language before the text. */
export const startLanguageProvider = async (port = 0): Promise<LanguageProvider> => {
  const asked: AskedOfProvider[] = []
  let respond = (response: ServerResponse, { path, body }: AskedOfProvider): void => {
    response.setHeader('content-type', 'application/json')
    if (path.endsWith('/audio/transcriptions')) {
      response.end(JSON.stringify({ text: ' 我的订单还没有到 ' }))
      return
    }
    if (path.endsWith('/detect')) {
      response.end(JSON.stringify([{ confidence: 92, language: 'ja' }]))
      return
    }
    const { q, target } = JSON.parse(body.toString()) as { q: string; target: string }
    response.end(JSON.stringify({ translatedText: `${target}: ${q}`, detectedLanguage: { language: 'ja' } }))
  }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces) }
      asked.push(one)
      respond(response, one)
    })
  })
  const { url, close } = await listen(server, port)
  return {
    url,
    asked,
    answer: (next) => {
      respond = next
    },
    close,
  }
}
