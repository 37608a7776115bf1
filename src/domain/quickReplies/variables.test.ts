import { expect, it } from 'vitest'

import { fillVariables, placeOf, variablesIn, VARIABLES } from './variables.ts'

it('fills what is known, in either language, and leaves the rest to be asked for', () => {
  const text = '{客户姓名}您好，我是{ My name }，{company}，{今天日期}；{别的}'
  const filled = fillVariables(text, {
    customer: undefined,
    agent: '知夏',
    company: '栖木',
    today: '2026-11-22',
  })
  expect(filled).toBe('{客户姓名}您好，我是知夏，栖木，2026-11-22；{别的}')
  expect(variablesIn(filled)).toEqual(['customer'])
})

it('is not led astray by a value that looks like a variable', () => {
  expect(fillVariables('{customer name}{company}', { customer: '{company}', company: '$&' })).toBe(
    '{company}$&',
  )
})

it('finds each variable as it is written', () => {
  for (const variable of VARIABLES)
    for (const language of ['zh-CN', 'en'] as const)
      expect(variablesIn(`- ${placeOf(variable, language)} -`)).toEqual([variable])
})
