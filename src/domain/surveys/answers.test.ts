import { expect, it } from 'vitest'

import { SURVEY_DEFAULTS, type Answers, type SurveyCard } from '../../protocol/model/index.ts'
import { fitsCard, isSameAnswer, tagsFor } from './answers.ts'

const card: SurveyCard = {
  ...SURVEY_DEFAULTS.card,
  stars: [[], [], [], ['快', '专业'], []].map((tags) => ({ word: '', tags })),
}
const answer: Answers = { stars: 4, tags: ['快'], solved: null, comment: '' }

it('knows the tags of each number of stars', () => {
  expect(tagsFor(card, 4)).toEqual(['快', '专业'])
  expect(tagsFor(card, 5)).toEqual([])
})

it('takes only what the card offers', () => {
  expect(fitsCard(answer, card)).toBe(true)
  expect(fitsCard({ ...answer, stars: 5 }, card)).toBe(false)
  expect(fitsCard({ ...answer, tags: ['快', '快'] }, card)).toBe(false)
  expect(fitsCard({ ...answer, solved: 'yes' }, card)).toBe(true)
  expect(fitsCard({ ...answer, solved: 'yes' }, { ...card, asksSolved: false })).toBe(false)
})

it('knows the same answer whatever the order of its tags', () => {
  const both = { ...answer, tags: ['快', '专业'] }
  expect(isSameAnswer(both, { ...answer, tags: ['专业', '快'] })).toBe(true)
  expect(isSameAnswer(both, answer)).toBe(false)
  expect(isSameAnswer(answer, { ...answer, comment: '谢谢' })).toBe(false)
})
