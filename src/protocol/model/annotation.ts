import * as z from 'zod'

import { Language } from './companyText.ts'
import { ANNOTATION_LIMIT } from './limits.ts'

/** Why a speech or translation service gave nothing that could be shown. */
export const ServiceProblem = z.enum([
  /** It did not answer in time. */
  'silent',
  'unreachable',
  /** It answered that it would not. */
  'refused',
  /** Its answer could not be read. */
  'invalid',
  /** Its answer held no words. */
  'empty',
  /** What it was to be given is more than it is given. */
  'too-large',
  /** It failed too often and is left alone for a while. */
  'resting',
  /** Too much waits for it already. */
  'busy',
  /** What it was to be given is not there any more, or it is not. */
  'missing',
])
export type ServiceProblem = z.infer<typeof ServiceProblem>

/** What was made of a message by a service of the company: what a voice says, or a text in another language. */
export const AnnotationName = z.enum(['transcript', ...Language.options])
export type AnnotationName = z.infer<typeof AnnotationName>

export const Annotation = z.discriminatedUnion('state', [
  z.object({ state: z.literal('working') }),
  z.object({ state: z.literal('done'), text: z.string().min(1).max(ANNOTATION_LIMIT) }),
  z.object({ state: z.literal('failed'), problem: ServiceProblem.catch('invalid') }),
])
export type Annotation = z.infer<typeof Annotation>

/** They stand below the message for colleagues and are never told to customers; what a newer program adds is left out. */
export const Annotations = z.partialRecord(AnnotationName, Annotation).optional().catch(undefined)
export type Annotations = z.infer<typeof Annotations>
