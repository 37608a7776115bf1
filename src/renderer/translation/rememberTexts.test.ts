import i18next from 'i18next'
import { expect, it, vi } from 'vitest'

import { rememberTexts } from './rememberTexts.ts'

it('looks a text up once for each namespace and language, and what has values each time', () => {
  const instance = i18next.createInstance()
  const words = (hello: string) => ({ a: { hello, named: `${hello} {{name}}` }, b: { hello: `${hello}!` } })
  void instance.init({
    lng: 'en',
    ns: ['a', 'b'],
    resources: { en: words('Hello'), de: words('Hallo') },
    initAsync: false,
  } as never)
  const look = vi.spyOn(instance, 't')
  rememberTexts(instance)
  const t = (language: string, namespace: string) =>
    instance.getFixedT(language, namespace as never) as unknown as (key: string, values?: object) => string
  const said = () => [t('en', 'a')('hello'), t('de', 'a')('hello'), t('en', 'b')('hello')]
  expect(said()).toEqual(['Hello', 'Hallo', 'Hello!'])
  expect(said()).toEqual(['Hello', 'Hallo', 'Hello!'])
  expect(look).toHaveBeenCalledTimes(3)
  expect(['Ada', 'Bo'].map((name) => t('en', 'a')('named', { name }))).toEqual(['Hello Ada', 'Hello Bo'])
  expect(t('en', 'a')).toBe(t('en', 'a'))
})
