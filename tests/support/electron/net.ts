/** Requests of the main process itself, by Node. */
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

import type { ClientRequestConstructorOptions } from 'electron'

import { profileFolder } from './state.ts'

class StandInRequest extends EventEmitter {
  private readonly options: ClientRequestConstructorOptions

  constructor(options: ClientRequestConstructorOptions) {
    super()
    this.options = options
  }

  end(): void {
    void this.send()
  }

  private async send(): Promise<void> {
    const { url = '', headers = {}, redirect = 'follow', cache = 'default' } = this.options
    try {
      const answer = await fetch(url, { headers: headers as Record<string, string>, redirect })
      if (cache === 'default') await keep(answer.clone())
      const body = answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([])
      this.emit(
        'response',
        Object.assign(body, { statusCode: answer.status, headers: Object.fromEntries(answer.headers) }),
      )
    } catch (error) {
      this.emit('error', error)
    }
  }
}

/** Chromium keeps on the disk what a server lets it keep. */
const keep = async (answer: Response): Promise<void> => {
  if (!/max-age=[1-9]/u.test(answer.headers.get('cache-control') ?? '')) return
  const folder = join(profileFolder, 'Cache')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, randomUUID()), Buffer.from(await answer.arrayBuffer()))
}

export const net = { request: (options: ClientRequestConstructorOptions) => new StandInRequest(options) }
