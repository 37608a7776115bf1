import { Star } from 'lucide-react'
import { useId, useState } from 'react'

import { tagsFor } from '../../../../domain/surveys/answers.ts'
import type { SurveyCard } from '../../../../protocol/model/index.ts'
import { SURVEY_WORDS } from '../../../../protocol/surveyWords.ts'
import { useTranslation } from '../../../translation/index.ts'
import { useLanguage } from '../../../ui/index.ts'

/** The card as customers see it; its stars can be tried, nothing is sent. */
export const CardPreview = ({ card }: { readonly card: SurveyCard }) => {
  const { t } = useTranslation('accountCenter')
  const { t: tThread } = useTranslation('thread')
  const words = SURVEY_WORDS[useLanguage()]
  const [stars, setStars] = useState(5)
  const name = useId()
  const tags = tagsFor(card, stars)
  return (
    <section className="fy-survey-preview" aria-label={t('satisfaction.preview')}>
      <p className="fy-secondary">{t('satisfaction.preview')}</p>
      <div className="fy-survey-card">
        <h3>{card.question || words.question}</h3>
        <div className="fy-survey-stars" role="radiogroup" aria-label={t('satisfaction.words')}>
          {card.stars.map((_, index) => (
            <label key={index} data-on={index < stars || undefined}>
              <input
                type="radio"
                className="fy-hidden"
                name={name}
                checked={stars === index + 1}
                onChange={() => {
                  setStars(index + 1)
                }}
              />
              <Star aria-hidden="true" />
              <span className="fy-hidden">{tThread('rating.stars', { count: index + 1 })}</span>
            </label>
          ))}
          <span className="fy-secondary">{card.stars[stars - 1]?.word || words.stars[stars - 1]}</span>
        </div>
        {tags.length > 0 ? <Chips texts={tags} /> : null}
        {card.asksSolved ? (
          <div>
            <p>{words.solvedQuestion}</p>
            <Chips texts={Object.values(words.solved)} />
          </div>
        ) : null}
        <p className="fy-secondary">{card.thanks || words.thanks}</p>
      </div>
    </section>
  )
}

const Chips = ({ texts }: { readonly texts: readonly string[] }) => (
  <ul className="fy-survey-chips">
    {texts.map((text, index) => (
      <li key={index}>{text}</li>
    ))}
  </ul>
)
