import * as z from 'zod'

import { LANGUAGES } from '../companyTexts.ts'
import { note } from './primitives.ts'

export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/**
 * What a company says to customers: the same to everybody, or in each language by itself, where empty means that the
 * company's own language is read instead (R-18-072). At most `max` full-width characters in each.
 */
export const companyText = (max: number) =>
  z.union([note(max), z.strictObject({ 'zh-CN': note(max), en: note(max) })])
export type CompanyText = z.infer<ReturnType<typeof companyText>>
