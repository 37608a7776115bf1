import { expect, it } from 'vitest'

import { Survey, SURVEY_DEFAULTS } from '../../../../protocol/model/index.ts'
import { isSame } from '../isSame.ts'
import { argsOf, formOf, problemsOf, type SurveyForm } from './form.ts'

const form = (more: Partial<SurveyForm> = {}): SurveyForm => ({ ...formOf(SURVEY_DEFAULTS), ...more })
const withTags = (tags: string): SurveyForm =>
  form({ stars: form().stars.map((star, index) => (index === 3 ? { word: '满意', tags } : star)) })

it('gives back what it was made from', () => {
  const card = {
    ...SURVEY_DEFAULTS.card,
    stars: SURVEY_DEFAULTS.card.stars.map(() => ({ word: '好', tags: ['快', '准'] })),
  }
  const survey = { ...SURVEY_DEFAULTS, on: true, card, validHours: 48, version: 3 }
  expect(argsOf(formOf(survey), 3)).toEqual(survey)
  expect(isSame(formOf(survey), form())).toBe(false)
})

it('takes tags apart at commas of either kind', () => {
  const args = argsOf(withTags(' 快， 专业,耐心、 '), 0)
  expect(args.card.stars[3]).toEqual({ word: '满意', tags: ['快', '专业', '耐心'] })
  expect(Survey.safeParse(args).success).toBe(true)
})

it('says what is wrong before it is sent', () => {
  expect(problemsOf(form())).toEqual([])
  for (const validHours of ['0', '169', '1.5', 'x', ''])
    expect(problemsOf(form({ validHours }))).toEqual(['hours'])
  expect(problemsOf(withTags('快，快'))).toEqual(['tags'])
  expect(problemsOf(withTags('长'.repeat(21)))).toEqual(['tags'])
  expect(problemsOf(withTags('1,2,3,4,5,6,7,8,9'))).toEqual(['tags'])
  expect(problemsOf(form({ question: '长'.repeat(101) }))).toEqual(['long'])
})
