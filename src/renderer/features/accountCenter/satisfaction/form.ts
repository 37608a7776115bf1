import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import type { Survey, SurveyCard } from '../../../../protocol/model/index.ts'

/** The survey while somebody is editing it. */
export interface SurveyForm {
  readonly on: boolean
  readonly sending: Survey['sending']
  readonly question: string
  /** For each number of stars; tags as they were typed. */
  readonly stars: readonly { readonly word: string; readonly tags: string }[]
  readonly asksSolved: boolean
  readonly thanks: string
  readonly validHours: string
}

export const formOf = ({ on, sending, card, validHours }: Survey): SurveyForm => ({
  on,
  sending,
  question: card.question,
  stars: card.stars.map(({ word, tags }) => ({ word, tags: tags.join(', ') })),
  asksSolved: card.asksSolved,
  thanks: card.thanks,
  validHours: String(validHours),
})

/** The card as it would be now; also what the preview shows. */
export const cardOf = ({ question, stars, asksSolved, thanks }: SurveyForm): SurveyCard => ({
  question: question.trim(),
  stars: stars.map(({ word, tags }) => ({ word: word.trim(), tags: tagsOf(tags) })),
  asksSolved,
  thanks: thanks.trim(),
})

const tagsOf = (typed: string): string[] =>
  typed
    .split(/[,，、\n]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')

export type SurveyProblem = 'hours' | 'tags' | 'long'

/** What keeps the form from being saved. */
export const problemsOf = (form: SurveyForm): readonly SurveyProblem[] => {
  const card = cardOf(form)
  const hours = Number(form.validHours)
  const found: (SurveyProblem | false)[] = [
    !(Number.isInteger(hours) && hours >= 1 && hours <= 168) && 'hours',
    card.stars.some(({ tags }) => !areTags(tags)) && 'tags',
    (isLong('question', form.question) ||
      isLong('thanks', form.thanks) ||
      form.stars.some(({ word }) => isLong('word', word))) &&
      'long',
  ]
  return found.filter((problem) => problem !== false)
}

/** Longest texts of the card, in characters. */
const LIMITS = { question: 100, word: 20, thanks: 200 } as const

export const isLong = (which: keyof typeof LIMITS, text: string): boolean =>
  text.trim().length > LIMITS[which]

export const areTagsTyped = (typed: string): boolean => areTags(tagsOf(typed))

const areTags = (tags: readonly string[]): boolean =>
  tags.length <= 8 && new Set(tags).size === tags.length && tags.every((tag) => tag.length <= 20)

/** `version` is that of the survey the author saw. */
export const argsOf = (form: SurveyForm, version: number): CommandArgs<'survey.save'> => ({
  on: form.on,
  sending: form.sending,
  card: cardOf(form),
  validHours: Number(form.validHours),
  version,
})
