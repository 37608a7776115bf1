/** Requests of the main process itself, by Node. */
import { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

import type { ClientRequestConstructorOptions } from 'electron'

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
    const { url = '', headers = {}, redirect = 'follow' } = this.options
    try {
      const answer = await fetch(url, { headers: headers as Record<string, string>, redirect })
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

export const net = { request: (options: ClientRequestConstructorOptions) => new StandInRequest(options) }
