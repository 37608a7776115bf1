import * as z from 'zod'

import { companyText } from './companyText.ts'
import { CustomFieldId, StageId } from './ids.ts'
import { CUSTOMER_SETTINGS_LIMITS as LIMITS } from './limits.ts'
import { line, Version } from './primitives.ts'

/** How far the company has come with a customer. The first and the last one are the product's own (R-05-076). */
export const Stage = z.strictObject({ id: StageId, name: companyText(LIMITS.stageName) })
export type Stage = z.infer<typeof Stage>

/** A field that the company made for its customers (R-05-082). */
export const CustomField = z.strictObject({
  id: CustomFieldId,
  name: line(1, LIMITS.fieldName),
  /** It cannot change once the field is there. */
  kind: z.enum(['text', 'number', 'date', 'choice']),
  /** Of `choice`; else none. */
  options: z.array(line(1, LIMITS.optionName)).max(LIMITS.options),
})
export type CustomField = z.infer<typeof CustomField>

/** What the company has set of its customers; read and written as a whole. */
export const CustomerSettings = z.strictObject({
  /** Those between the first and the last one, in order. */
  stages: z.array(Stage).max(LIMITS.stages),
  fields: z.array(CustomField).max(LIMITS.fields),
  version: Version,
})
export type CustomerSettings = z.infer<typeof CustomerSettings>

/** The stages every company has. */
export const FIRST_STAGE = 'first' as StageId
export const WON_STAGE = 'won' as StageId

/** How it is before anybody has changed anything. */
export const CUSTOMER_SETTINGS_DEFAULTS: CustomerSettings = {
  stages: [
    { id: 'second' as StageId, name: { 'zh-CN': '二次跟进', en: 'Second contact' } },
    { id: 'convertible' as StageId, name: { 'zh-CN': '可转化', en: 'Convertible' } },
    { id: 'invalid' as StageId, name: { 'zh-CN': '无效客户', en: 'Invalid' } },
  ],
  fields: [],
  version: 0,
}
