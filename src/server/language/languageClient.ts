/** Speaks to the services of the company that write down voices and translate texts. */
import * as z from 'zod'

import type { Clock } from '../../base/clock.ts'
import { parseJson } from '../../base/parseJson.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { extensionOf } from '../../protocol/model/fileRules.ts'
import type {
  Language,
  ServiceProblem,
  SpeechService,
  TranslationService,
} from '../../protocol/model/index.ts'
import { ANNOTATION_LIMIT } from '../../protocol/model/limits.ts'
import { createBreakers } from '../outbound/breaker.ts'
import type { Send, Sending } from '../outbound/send.ts'

/** A service with what opens it; empty: it is open to everybody who reaches it. */
export type Keyed<Service> = Service & { readonly key: string }

export interface Voice {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Of the file: by its end services tell what it holds. */
  readonly name: string
}

/** A problem of the kind `refused` tells in its details with which `status`, if with any. */
export type Words = Result<string, ServiceProblem>

export interface LanguageClient {
  /** What the voice says. */
  transcribe(service: Keyed<SpeechService>, voice: Voice, limits?: Limits): Promise<Words>
  /**
   * The text in another language, which is one of ours or one that the service has named; which one it is in is left to the
   * service to find out.
   */
  translate(
    service: Keyed<TranslationService>,
    text: string,
    language: string,
    limits?: Limits,
  ): Promise<Words>
  /** The language a text is in, as the service calls it. */
  detect(service: Keyed<TranslationService>, text: string, limits?: Limits): Promise<Words>
}

export interface Limits {
  /** Nobody waits any longer; half a minute unless said. */
  readonly patienceMs?: number
  readonly signal?: AbortSignal
}

const PATIENCE_MS = 30_000
/** The longest text with every letter written as an escape, and room for what is said about it. */
const MOST_BYTES = 256 * 1024

const Transcribed = z.object({ text: z.string() })
const Translated = z.object({ translatedText: z.string() })
const Detected = z.array(z.object({ language: z.string().regex(/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu) })).min(1)
/** As translation services call our languages. */
const CODES = { 'zh-CN': 'zh', en: 'en' } satisfies Readonly<Record<Language, string>>
const codeOf = (language: string): string =>
  Object.hasOwn(CODES, language) ? CODES[language as Language] : language
const USUAL_ENDING = 'webm'
const KINDS: Readonly<Record<string, string>> = {
  webm: 'audio/webm',
  m4a: 'audio/mp4',
  mp4: 'audio/mp4',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
}

export const createLanguageClient = (send: Send): LanguageClient => {
  const ask = async (
    sending: Pick<Sending, 'url' | 'headers' | 'body'>,
    readText: (answer: unknown) => string | undefined,
    limits: Limits,
  ): Promise<Words> => {
    const answered = await send({ patienceMs: PATIENCE_MS, ...limits, ...sending, mostBytes: MOST_BYTES })
    if (!answered.ok) return answered
    const text = wordsIn(answered.value, readText)
    return text === '' ? refuse('empty') : text === undefined ? refuse('invalid') : ok(text)
  }

  return {
    transcribe: async ({ address, model, key }, { bytes, name }, limits = {}) => {
      const ending = extensionOf(name) || USUAL_ENDING
      const form = new FormData()
      const type = KINDS[ending] ?? 'application/octet-stream'
      form.set('file', new Blob([bytes], { type }), `voice.${ending}`)
      form.set('model', model)
      form.set('response_format', 'json')
      const encoded = new Response(form)
      const headers = {
        accept: 'application/json',
        'content-type': encoded.headers.get('content-type') ?? '',
        ...(key !== '' && { authorization: `Bearer ${key}` }),
      }
      const body = new Uint8Array(await encoded.arrayBuffer())
      return ask(
        { url: below(address, 'audio/transcriptions'), headers, body },
        (answer) => Transcribed.safeParse(answer).data?.text,
        limits,
      )
    },
    translate: async (service, text, language, limits = {}) =>
      ask(
        asJson(service, 'translate', {
          q: text,
          source: 'auto',
          target: codeOf(language),
          format: 'text',
        }),
        (answer) => Translated.safeParse(answer).data?.translatedText,
        limits,
      ),
    detect: async (service, text, limits = {}) =>
      ask(
        asJson(service, 'detect', { q: text }),
        (answer) => Detected.safeParse(answer).data?.[0]?.language,
        limits,
      ),
  }
}

const asJson = ({ address, key }: Keyed<TranslationService>, path: string, question: object) => ({
  url: below(address, path),
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: JSON.stringify({ ...question, ...(key !== '' && { api_key: key }) }),
})

/** The same, but a service that does not work is left alone for a while; `key` tells which one is asked. */
export interface CarefulClient {
  ask(key: string, question: () => Promise<Words>): Promise<Words>
}

export const createCarefulClient = (clock: Pick<Clock, 'now'>): CarefulClient => {
  const breakers = createBreakers<ServiceProblem>(clock)
  return {
    ask: async (key, question) => {
      const breaker = breakers.of(key)
      if (!breaker.mayAsk()) return refuse('resting')
      let problem: ServiceProblem | null = 'invalid'
      try {
        const answer = await question()
        problem = answer.ok || !isFault(answer) ? null : answer.code
        return answer
      } finally {
        breaker.ended(problem)
      }
    },
  }
}

/** What it was given can be at fault too: a voice without words, or one of a kind it does not know. */
const isFault = ({ code, details }: Extract<Words, { ok: false }>): boolean =>
  code !== 'empty' && !(code === 'refused' && OF_THE_QUESTION.has(Number(details?.['status'])))
const OF_THE_QUESTION: ReadonlySet<number> = new Set([400, 413, 415, 422])

/** Undefined: it cannot be read as what it should be. */
const wordsIn = (bytes: Buffer, readText: (answer: unknown) => string | undefined): string | undefined => {
  let json: string
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
  const text = readText(parseJson(json))?.trim()
  // oxlint-disable-next-line no-control-regex -- what no text holds, and one database does not take
  const printable = text?.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '')
  return printable?.slice(0, ANNOTATION_LIMIT).toWellFormed()
}

/** Addresses are given with and without a slash at their end. */
const below = (address: string, path: string): string => {
  const url = new URL(address)
  url.pathname = `${url.pathname.replace(/\/+$/u, '')}/${path}`
  return url.href
}
