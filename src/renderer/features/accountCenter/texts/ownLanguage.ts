import { createContext, useContext } from 'react'

import type { Language } from '../../../../protocol/model/index.ts'

/** The company's own language: what is read where a text has not been written in the customer's. */
export const OwnLanguage = createContext<Language>('zh-CN')

export const useOwnLanguage = (): Language => useContext(OwnLanguage)
