/** Gives something to a program outside: for a limited time, with a limited answer, and never inside the own network. */
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { mayLeadOutside, publicLookup } from './addresses.ts'

export interface Sending {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /** Nobody waits for the answer any longer than this. */
  readonly patienceMs: number
  /** A longer answer counts as none. */
  readonly mostBytes: number
  /** Gives the question up; then it counts as not reached. */
  readonly signal?: AbortSignal | undefined
}

/** `refused`: it answered, but not with 200, whose place `status` of the details tells, or with far too much. */
export type PostProblem = 'silent' | 'unreachable' | 'refused'

/** What was answered, as it came. */
export type Send = (sending: Sending) => Promise<Result<Buffer, PostProblem>>

export interface SendOptions {
  readonly clock: Pick<Clock, 'after'>
  /** Addresses inside one's own network may be asked, without encryption too. */
  readonly allowPrivate: boolean
}

export const createSend =
  ({ clock, allowPrivate }: SendOptions): Send =>
  async ({ url: text, headers, body, patienceMs, mostBytes, signal }) => {
    const url = addressOf(text, allowPrivate)
    if (!url) return refuse('unreachable')
    return new Promise((resolve) => {
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest
      const sent = send(url, {
        method: 'POST',
        ...(!allowPrivate && { lookup: publicLookup }),
        ...(signal && { signal }),
        agent: false,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      })
      const end = (result: Result<Buffer, PostProblem>): void => {
        endPatience()
        resolve(result)
        sent.destroy()
      }
      const endPatience = clock.after(patienceMs, () => {
        end(refuse('silent'))
      })
      sent.on('error', () => {
        end(refuse('unreachable'))
      })
      sent.on('response', (response) => {
        // A redirection is not followed: it could lead anywhere.
        if (response.statusCode !== 200) {
          end(refuse('refused', { status: response.statusCode ?? null }))
          return
        }
        const pieces: Buffer[] = []
        let bytes = 0
        response.on('data', (piece: Buffer) => {
          bytes += piece.length
          if (bytes > mostBytes) end(refuse('refused'))
          else pieces.push(piece)
        })
        response.on('error', () => {
          end(refuse('unreachable'))
        })
        response.on('end', () => {
          end(ok(Buffer.concat(pieces)))
        })
      })
      sent.end(body)
    })
  }

/** Null: it must not be asked. A name is looked at when it is resolved. */
const addressOf = (text: string, allowPrivate: boolean): URL | null => {
  const url = new URL(text)
  if (allowPrivate) return url
  return url.protocol === 'https:' && mayLeadOutside(url) ? url : null
}
