/**
 * Emoji with their names in two languages, from our own files.
 *
 * The picker would ask a CDN: it is given the data instead. Newer emoji than most systems can draw are left out.
 */
import enUrl from 'emojibase-data/en/data.json?url'
import zhUrl from 'emojibase-data/zh/data.json?url'
import type { EmojiData } from 'frimousse'

import { resources } from '../../i18n/index.ts'

/** The newest version of Emoji that is offered. */
const VERSION = 15

interface Entry {
  readonly emoji: string
  readonly label: string
  readonly group?: number
  readonly tags?: readonly string[]
  readonly version: number
}

export const loadEmoji = async (language: 'en' | 'zh'): Promise<EmojiData> => {
  const response = await fetch(language === 'en' ? enUrl : zhUrl)
  const entries = (await response.json()) as readonly Entry[]
  // Group 2 holds skin tones and hair, which are no messages; it has no name here.
  const names: Readonly<Record<string, string>> =
    resources[language === 'en' ? 'en' : 'zh-CN'].composer.emojiGroups
  return {
    locale: language,
    skinTones: { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' },
    categories: Object.entries(names).map(([index, label]) => ({ index: Number(index), label })),
    emojis: entries.flatMap(({ emoji, label, group, tags, version }) =>
      group === undefined || names[group] === undefined || version > VERSION
        ? []
        : [{ emoji, label, category: group, version, tags: [...(tags ?? [])] }],
    ),
  }
}
