import type { Language } from './intents.ts'

/** A line in both languages; the agent's language decides which is said. */
export type Said = Readonly<Record<Language, string>>

/** A customer's errand: what they come with, what they answer, what they still want to know. */
export interface Script {
  readonly id: string
  /** The language they begin in. */
  readonly language: Language
  readonly productIds: readonly string[]
  /** The first messages, before anybody has answered. */
  readonly opening: readonly Said[]
  /** The matter in a few words, for when it has to be said again. */
  readonly matter: Said
  /** Answers to "what exactly?", one after the other. */
  readonly details: readonly Said[]
  /** What they ask once they have been helped, one after the other. */
  readonly followUps: readonly FollowUp[]
  /** How they take a no: first, and from then on. */
  readonly refused: readonly [Said, Said]
  readonly photo: Said
  readonly time: Said
  /** Where they are, or where something is to go. */
  readonly place: Said
  /** Whether there is an order to speak of. */
  readonly ordered: boolean
  readonly content: Said
  readonly impatient: boolean
}

/** A question, which need not be asked any more when the agent has spoken of it: `about`. */
export interface FollowUp {
  readonly line: Said
  readonly about: RegExp
}

/** What this customer knows about themselves. */
export interface Facts {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly order: string
  readonly productId: string
}

export const said = (chinese: string, english: string): Said => ({ 'zh-CN': chinese, en: english })
