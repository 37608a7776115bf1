import type { Answers, SurveyCard } from '../../protocol/model/index.ts'

/** The tags that go with so many stars on this card. */
export const tagsFor = (card: SurveyCard, stars: number): readonly string[] =>
  card.stars[stars - 1]?.tags ?? []

/** Whether the card could be answered like this: its own tags of these stars, each once, and only what it asks. */
export const fitsCard = ({ stars, tags, solved }: Answers, card: SurveyCard): boolean =>
  new Set(tags).size === tags.length &&
  tags.every((tag) => tagsFor(card, stars).includes(tag)) &&
  (card.asksSolved || solved === null)

/** The same answer, in whatever order its tags were chosen (R-02-264). */
export const isSameAnswer = (one: Answers, other: Answers): boolean =>
  one.stars === other.stars &&
  one.solved === other.solved &&
  one.comment === other.comment &&
  one.tags.length === other.tags.length &&
  one.tags.every((tag) => other.tags.includes(tag))
