import { expect, it } from 'vitest'

import { forcedLook, languageOf } from './look.ts'

it('the address forces theme and language, and nothing it does not know', () => {
  expect(forcedLook('?theme=dark&lang=en')).toEqual({ theme: 'dark', language: 'en' })
  expect(forcedLook('?theme=pink&lang=fr')).toEqual({})
})

it('speaks the first language of the browser that it knows, else Chinese', () => {
  expect([languageOf(['zh-TW', 'en']), languageOf(['fr', 'en-GB', 'zh']), languageOf(['fr'])]).toEqual([
    'zh-CN',
    'en',
    'zh-CN',
  ])
})
