/**
 * Variables of a quick reply, written as they are called in either language: `{客户姓名}`, `{customer name}`.
 */
export const VARIABLES = ['customer', 'agent', 'company', 'today'] as const
export type Variable = (typeof VARIABLES)[number]

/** Undefined: it is not known. */
export type VariableValues = { readonly [V in Variable]?: string | undefined }

const NAMES: Readonly<Record<Variable, Readonly<Record<'zh-CN' | 'en', string>>>> = {
  customer: { 'zh-CN': '客户姓名', en: 'customer name' },
  agent: { 'zh-CN': '我的名称', en: 'my name' },
  company: { 'zh-CN': '公司名称', en: 'company' },
  today: { 'zh-CN': '今天日期', en: 'today' },
}
const BY_NAME = new Map(
  VARIABLES.flatMap((variable) => Object.values(NAMES[variable]).map((name) => [name, variable] as const)),
)
const PLACE = /\{([^{}\n]{1,20})\}/gu

/** How a variable is written in a text. */
export const placeOf = (variable: Variable, language: 'zh-CN' | 'en'): string =>
  `{${NAMES[variable][language]}}`

/** The text with what is known; an unknown variable keeps its place, so that somebody is asked for it. */
export const fillVariables = (text: string, values: VariableValues): string =>
  text.replaceAll(PLACE, (place, name: string) => {
    const variable = variableCalled(name)
    return (variable && values[variable]) ?? place
  })

/** The variables that still stand in a text, each once. */
export const variablesIn = (text: string): readonly Variable[] => [
  ...new Set([...text.matchAll(PLACE)].flatMap(([, name = '']) => variableCalled(name) ?? [])),
]

const variableCalled = (name: string): Variable | undefined => BY_NAME.get(name.trim().toLowerCase())
