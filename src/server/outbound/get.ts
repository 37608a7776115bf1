/** Reads what lies at an address that a stranger has named: for a limited time, so much of it, and never inside a network. */
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'

import type { Clock } from '../../base/clock.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { mayLeadOutside, publicLookup } from './addresses.ts'

export interface Getting {
  readonly url: string
  /** What is wanted, as a browser says it. */
  readonly accept: string
  /** Whether an answer of this type is worth reading. */
  readonly takes: (type: string) => boolean
  readonly mostBytes: number
  /** Of a longer answer its beginning is kept, or nothing. */
  readonly longer: 'cut' | 'refuse'
  /** Gives it up; then it counts as not reached. */
  readonly signal: AbortSignal
}

export interface Got {
  /** Where it was in the end. */
  readonly url: string
  /** As it came, with the charset. */
  readonly type: string
  readonly bytes: Buffer
}

/** `refused`: it answered something else than what was wanted, or led on too often or to where nobody may go. */
type GetProblem = 'silent' | 'unreachable' | 'refused'

export type Get = (getting: Getting) => Promise<Result<Got, GetProblem>>

/** What counts as outside. */
export interface Outside {
  readonly allows: (url: URL) => boolean
  readonly lookup: LookupFunction
}

/** Everything but the own network, by the two ports of the web. */
export const publicInternet: Outside = {
  allows: (url) =>
    /^https?:$/u.test(url.protocol) &&
    ['', '80', '443'].includes(url.port) &&
    url.username === '' &&
    url.password === '' &&
    mayLeadOutside(url),
  lookup: publicLookup,
}

export interface GetOptions {
  readonly clock: Pick<Clock, 'after'>
  readonly outside: Outside
}

/** For all of it, wherever it leads. */
const PATIENCE_MS = 5_000
const MOST_REDIRECTS = 3
/** Some sites answer nobody who does not say who they are. */
const AGENT = 'Mozilla/5.0 (compatible; FoyerLinkPreview/1.0)'

export const createGet =
  ({ clock, outside }: GetOptions): Get =>
  async (getting) => {
    const patience = new AbortController()
    const endPatience = clock.after(PATIENCE_MS, () => {
      patience.abort()
    })
    const signal = AbortSignal.any([patience.signal, getting.signal])
    try {
      let url = URL.parse(getting.url)
      for (let asked = 0; url && asked <= MOST_REDIRECTS; asked += 1) {
        if (!outside.allows(url)) return refuse('refused')
        const answer = await ask(url, outside.lookup, { ...getting, signal })
        if (!answer.ok) return patience.signal.aborted ? refuse('silent') : answer
        if (!('to' in answer.value)) return ok(answer.value)
        url = URL.parse(answer.value.to, url.href)
      }
      return refuse('refused')
    } finally {
      endPatience()
    }
  }

/** Each time on a connection of its own, without cookies or anything else that tells who asks. */
const ask = async (
  url: URL,
  lookup: LookupFunction,
  getting: Getting,
): Promise<Result<Got | { readonly to: string }, GetProblem>> =>
  new Promise((resolve) => {
    const { accept, signal } = getting
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const headers = { accept, 'accept-encoding': 'identity', 'user-agent': AGENT }
    const sent = send(url, { method: 'GET', lookup, signal, agent: false, headers })
    const end = (result: Result<Got | { readonly to: string }, GetProblem>): void => {
      resolve(result)
      sent.destroy()
    }
    sent.on('error', () => {
      end(refuse('unreachable'))
    })
    sent.on('response', (response) => {
      const to = movedTo(response)
      if (to !== undefined) end(ok({ to }))
      else if (isWanted(response, getting)) read(response, getting, url, end)
      else end(refuse('refused'))
    })
    sent.end()
  })

const movedTo = ({ statusCode = 0, headers }: IncomingMessage): string | undefined =>
  [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined

/** An answer that is packed could hold anything, and nobody has asked for one. */
const isWanted = ({ statusCode, headers }: IncomingMessage, { takes, mostBytes, longer }: Getting): boolean =>
  statusCode === 200 &&
  takes(headers['content-type'] ?? '') &&
  (headers['content-encoding'] ?? 'identity') === 'identity' &&
  (longer === 'cut' || !(Number(headers['content-length']) > mostBytes))

const read = (
  response: IncomingMessage,
  { mostBytes, longer }: Getting,
  { href }: URL,
  end: (result: Result<Got, GetProblem>) => void,
): void => {
  const pieces: Buffer[] = []
  let bytes = 0
  const finish = (): void => {
    const type = response.headers['content-type'] ?? ''
    end(ok({ url: href, type, bytes: Buffer.concat(pieces).subarray(0, mostBytes) }))
  }
  response.on('data', (piece: Buffer) => {
    bytes += piece.length
    pieces.push(piece)
    if (bytes <= mostBytes) return
    if (longer === 'cut') finish()
    else end(refuse('refused'))
  })
  response.on('error', () => {
    end(refuse('unreachable'))
  })
  response.on('end', finish)
}
