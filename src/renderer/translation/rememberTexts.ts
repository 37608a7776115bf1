import type { i18n } from 'i18next'

/**
 * Looks each text without values up once.
 *
 * i18next works out namespace, plural and fallback of a key at every call; a switch of conversation asks for some hundred
 * texts, and that was a tenth of its time. The words of a language never change while the program runs.
 */
export const rememberTexts = (instance: i18n): void => {
  const make = instance.getFixedT.bind(instance) as (...args: unknown[]) => Text
  const made = new Map<string, Text>()
  const remembered = (...args: unknown[]): Text => {
    const key = JSON.stringify(args)
    const known = made.get(key)
    if (known) return known
    const ask = make(...args)
    const texts = new Map<string, unknown>()
    const text = (...asked: unknown[]): unknown => {
      const [name] = asked
      if (asked.length !== 1 || typeof name !== 'string') return ask(...asked)
      if (!texts.has(name)) texts.set(name, ask(name))
      return texts.get(name)
    }
    const answer = Object.assign(text, ask)
    made.set(key, answer)
    return answer
  }
  instance.getFixedT = remembered as typeof instance.getFixedT
}

/** One that reads `t('key')` or `t('key', { values })`; its namespace and language are properties of it. */
type Text = (...asked: unknown[]) => unknown
