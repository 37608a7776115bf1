import { INVITATION_WORDS } from '../../../src/protocol/invitationWords.ts'
/** What the screens say, in the language in which the walk is done: nothing is found by anything but its words. */
import { en as enDesk } from '../../../src/renderer/i18n/en.ts'
import { zh as zhDesk } from '../../../src/renderer/i18n/zh.ts'
import { wordsIn, type Words } from '../../../src/widget/words/index.ts'

export type WalkLanguage = 'zh-CN' | 'en'

export interface Said {
  readonly desk: typeof zhDesk
  readonly chat: Words
  /** The menu of the chat in the other language, and what it offers there to go back. */
  readonly other: Pick<Words, 'window' | 'language'>
  /** In the language of the shop's page. */
  readonly invitation: (typeof INVITATION_WORDS)['en']
}

export const saidIn = (language: WalkLanguage): Said => ({
  // The build compares the languages key by key.
  desk: language === 'en' ? (enDesk as unknown as typeof zhDesk) : zhDesk,
  chat: wordsIn(language),
  other: wordsIn(language === 'en' ? 'zh-CN' : 'en'),
  invitation: INVITATION_WORDS.en,
})

/** The words with anything in the places that are filled in. */
export const like = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\{\w+\}\}/u)
      .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`))
      .join('.*')}$`,
    'u',
  )
