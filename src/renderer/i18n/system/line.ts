import type { i18n } from 'i18next'

import type { SystemBody, SystemCode } from '../../../protocol/model/index.ts'
import type { Language } from '../../ui/index.ts'

/** Words the line of one code by what the event brought along. */
export type SystemLine = (params: SystemBody['params']) => string

/** The lines of one area of the product. */
export type SystemLinesOf = (i18n: i18n, language: Language) => { readonly [Code in SystemCode]?: SystemLine }
