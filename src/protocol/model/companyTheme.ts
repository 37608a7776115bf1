import * as z from 'zod'

import { FileId } from './ids.ts'
import { Version } from './primitives.ts'

const ThemeColor = z.string().regex(/^#[\da-f]{6}$/u)

/** The colours of a company in one of the two themes. */
export const ThemeColors = z.strictObject({
  accent: ThemeColor,
  /** Of the top bar and the category bar. */
  bar: ThemeColor,
  /** Into which the bars flow; null: they are of one colour. */
  barEnd: ThemeColor.nullable(),
  barText: ThemeColor,
})
export type ThemeColors = z.infer<typeof ThemeColors>

/** Whether agents have the company theme: not at all, among their skins, until they choose another one, or instead of all others. */
export const THEME_USES = ['off', 'offered', 'default', 'only'] as const
const ThemeUse = z.enum(THEME_USES)
export type ThemeUse = z.infer<typeof ThemeUse>

/** The appearance a company sets (R-03-177); read and written as a whole. */
export const CompanyTheme = z.object({
  use: ThemeUse,
  light: ThemeColors,
  dark: ThemeColors,
  /** Stands where the product's mark does. */
  logo: FileId.nullable(),
  /** Behind pages on which nothing stands yet. */
  background: FileId.nullable(),
  version: Version,
})
export type CompanyTheme = z.infer<typeof CompanyTheme>

/** What a theme begins with. */
export const NO_COMPANY_THEME: CompanyTheme = {
  use: 'off',
  light: { accent: '#3358e0', bar: '#1b4f8a', barEnd: null, barText: '#ffffff' },
  dark: { accent: '#6c8cff', bar: '#1b3a63', barEnd: null, barText: '#ffffff' },
  logo: null,
  background: null,
  version: 0,
}
