import { SURVEY_WORDS } from '../../../../protocol/surveyWords.ts'
import { useTranslation } from '../../../translation/index.ts'
import { useLanguage } from '../../../ui/index.ts'
import { areTagsTyped, isLong, type SurveyForm } from './form.ts'

export interface StarFieldsProps {
  readonly stars: SurveyForm['stars']
  readonly onChange: (stars: SurveyForm['stars']) => void
}

/** For each number of stars its word and its tags; the best first. */
export const StarFields = ({ stars, onChange }: StarFieldsProps) => {
  const { t } = useTranslation('accountCenter')
  const words = SURVEY_WORDS[useLanguage()]
  const change = (at: number, more: Partial<SurveyForm['stars'][number]>): void => {
    onChange(stars.map((star, index) => (index === at ? { ...star, ...more } : star)))
  }
  return (
    <fieldset className="fy-survey-fields">
      <legend>{t('satisfaction.words')}</legend>
      {[5, 4, 3, 2, 1].map((count) => (
        <div key={count}>
          <span aria-hidden="true" className="fy-digits">{`${count}★`}</span>
          <input
            aria-label={t('satisfaction.word', { count })}
            placeholder={words.stars[count - 1]}
            value={stars[count - 1]?.word ?? ''}
            aria-invalid={isLong('word', stars[count - 1]?.word ?? '')}
            onChange={({ target: { value } }) => {
              change(count - 1, { word: value })
            }}
          />
          <input
            aria-label={t('satisfaction.tags', { count })}
            value={stars[count - 1]?.tags ?? ''}
            aria-invalid={!areTagsTyped(stars[count - 1]?.tags ?? '')}
            onChange={({ target: { value } }) => {
              change(count - 1, { tags: value })
            }}
          />
        </div>
      ))}
      <p className="fy-secondary">{t('satisfaction.tagsHint')}</p>
    </fieldset>
  )
}
