import { expect, it } from 'vitest'

import { commands, COMMON_CODES } from '../../protocol/commands/index.ts'
import { ByeCode, HttpRefusal } from '../../protocol/wire/index.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

const LANGUAGES = { 'zh-CN': zh, en } as const
const SUFFIX = /_(zero|one|two|few|many|other)$/u

const leaves = (tree: object, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)]],
  )
const keysOf = (tree: object): string[] => leaves(tree).map(([key]) => key)
const plain = (tree: object): string[] =>
  [...new Set(keysOf(tree).map((key) => key.replace(SUFFIX, '')))].toSorted()

it('says everything in both languages, with the plural forms each has', () => {
  expect(plain(en)).toEqual(plain(zh))
  for (const [language, tree] of Object.entries(LANGUAGES)) {
    const keys = keysOf(tree)
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const plural = new Set(keys.filter((key) => SUFFIX.test(key)).map((key) => key.replace(SUFFIX, '')))
    for (const key of plural) for (const form of forms) expect(keys, language).toContain(`${key}_${form}`)
  }
})

it('uses the same figures and names in both', () => {
  const places = (text: string): string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '').toSorted()
  const chinese = new Map(leaves(zh))
  const different = leaves(en).filter(([key, text]) => {
    const other = chinese.get(key) ?? chinese.get(key.replace(SUFFIX, '_other')) ?? ''
    return places(text).join() !== places(other).join()
  })
  expect(different).toEqual([])
})

it('every code of a command, of HTTP and of a closed connection has a sentence', () => {
  const codes = new Set<string>([
    ...COMMON_CODES,
    // What customers are refused is said in the words of the chat.
    ...Object.values(commands)
      .filter(({ by }) => by !== 'customer')
      .flatMap((command): readonly string[] => command.codes),
    ...HttpRefusal.shape.code.options,
    ...ByeCode.options,
  ])
  const known = new Set(Object.keys(zh.errors))
  expect([...codes].filter((code) => !known.has(code))).toEqual([])
})

it('no two areas word the same refusal', () => {
  const brought = Object.entries(zh).flatMap(([area, words]: [string, object]) =>
    'refusals' in words ? Object.keys(words.refusals as object).map((code) => [code, area] as const) : [],
  )
  const areas = new Map(brought)
  expect(brought.filter(([code, area]) => areas.get(code) !== area)).toEqual([])
})

it('no text is left empty or in the other language', () => {
  expect(
    leaves(en).filter(
      ([key, text]) =>
        text === '' ||
        (/\p{Script=Han}/u.test(text) &&
          !/^(?:signIn\.otherLanguage|workbench\.language|settings\.options\.language)/u.test(key)),
    ),
  ).toEqual([])
  expect(leaves(zh).filter(([, text]) => text === '')).toEqual([])
})
