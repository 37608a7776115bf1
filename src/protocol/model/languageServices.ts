import * as z from 'zod'

import { ServiceProblem } from './annotation.ts'
import { ANNOTATION_LIMIT, LANGUAGE_SERVICE_LIMITS } from './limits.ts'
import { line, Version } from './primitives.ts'

const address = z.url({ protocol: /^https?$/u }).max(LANGUAGE_SERVICE_LIMITS.address)

/** Writes down what a voice says; its interface is that of OpenAI: `POST {address}/audio/transcriptions`. */
export const SpeechService = z.strictObject({ address, model: line(1, LANGUAGE_SERVICE_LIMITS.model) })
export type SpeechService = z.infer<typeof SpeechService>

/** Translates texts; its interface is that of LibreTranslate: `POST {address}/translate`. */
export const TranslationService = z.strictObject({ address })
export type TranslationService = z.infer<typeof TranslationService>

/** What everybody may know of the services of the company: whether they are there. */
export const LanguageServices = z.object({ speech: z.boolean(), translation: z.boolean(), version: Version })
export type LanguageServices = z.infer<typeof LanguageServices>

export const NO_LANGUAGE_SERVICES: LanguageServices = { speech: false, translation: false, version: 0 }

const hasKey = { hasKey: z.boolean() }

/** Where they are, for whoever sets them; of a key only whether there is one. */
export const LanguageServicesSetUp = z.object({
  speech: SpeechService.extend(hasKey).nullable(),
  translation: TranslationService.extend(hasKey).nullable(),
  version: Version,
})
export type LanguageServicesSetUp = z.infer<typeof LanguageServicesSetUp>

export const LanguageServiceName = z.enum(['speech', 'translation'])
export type LanguageServiceName = z.infer<typeof LanguageServiceName>

/** What a service did when it was tried. */
export const ServiceTrial = z.object({
  /** What it made of it; empty: of silence nothing has to come. */
  text: z.string(),
  ms: z.int(),
  problem: ServiceProblem.nullable(),
  /** With which figure it refused. */
  status: z.int().nullable(),
})
export type ServiceTrial = z.infer<typeof ServiceTrial>

/** What an agent is writing, in the language of the customer; or why it is not. */
export const TextTranslation = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('done'),
    text: z.string().min(1).max(ANNOTATION_LIMIT),
    /** As the service calls it. */
    language: z.string(),
  }),
  z.object({
    state: z.literal('failed'),
    /** `no-sample`: the customer has written nothing by which their language could be told. */
    problem: z.enum([...ServiceProblem.options, 'no-sample']),
  }),
])
export type TextTranslation = z.infer<typeof TextTranslation>
