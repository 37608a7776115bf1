import { expect, it } from 'vitest'

import { forcedLook, languageOf, lookIn, paintOf, USUAL_LOOK } from './look.ts'

it('the address forces what it knows, and nothing else', () => {
  expect(forcedLook('?theme=dark&lang=en&skin=tide&text=150')).toEqual({
    theme: 'dark',
    language: 'en',
    skin: 'tide',
    textSize: 150,
  })
  expect(forcedLook('?theme=pink&lang=fr&text=1000')).toEqual({})
  expect(lookIn({ theme: 'dark', density: 7, more: 1 })).toEqual({ theme: 'dark' })
})

it('speaks the first language of the browser that it knows, else Chinese', () => {
  expect([languageOf(['zh-TW', 'en']), languageOf(['fr', 'en-GB', 'zh']), languageOf(['fr'])]).toEqual([
    'zh-CN',
    'en',
    'zh-CN',
  ])
})

it('is dark when it was chosen, or when the system is and nothing else was chosen', () => {
  const isDark = (theme: 'light' | 'dark' | 'system' | 'contrast', system: boolean) =>
    paintOf({ ...USUAL_LOOK, theme }, system).isDark
  expect([isDark('light', true), isDark('dark', false)]).toEqual([false, true])
  expect([isDark('system', true), isDark('system', false)]).toEqual([true, false])
  expect([isDark('contrast', true), isDark('contrast', false)]).toEqual([true, false])
})
