import { html, type Html } from '../../base/html.ts'
import { tagsFor } from '../../domain/surveys/answers.ts'
import type { Rating, SurveyCard } from '../../protocol/model/index.ts'
import { RATING_COMMENT_LIMIT } from '../../protocol/model/limits.ts'
import type { PageWords } from './words.ts'

/** What somebody has typed into the form so far. */
export interface TypedAnswers {
  readonly stars: number | null
  readonly tags: readonly string[]
  readonly solved: string | null
  readonly comment: string
}

export const NOTHING_TYPED: TypedAnswers = { stars: null, tags: [], solved: null, comment: '' }

/** Reads the form; what does not belong to it is nobody's business. */
export const typedAnswers = (form: URLSearchParams): TypedAnswers => {
  const stars = /^[1-5]$/u.test(form.get('stars') ?? '') ? Number(form.get('stars')) : null
  return {
    stars,
    // Without scripts the tags of other stars may be ticked as well: those that were chosen count.
    tags: stars === null ? [] : [...new Set(form.getAll(`tag${stars}`))],
    solved: form.get('solved'),
    comment: (form.get('comment') ?? '').replaceAll('\r\n', '\n').trim(),
  }
}

export interface RatingForm {
  readonly card: SurveyCard
  readonly typed: TypedAnswers
  /** Where the form goes. */
  readonly action: string
  readonly problem: string | null
}

const STARS = [5, 4, 3, 2, 1] as const
const SOLVED = ['yes', 'no', 'not-yet'] as const

/** The survey as a form (R-18-047): the tags that go with the chosen stars show as soon as a browser can do that. */
export const ratingForm = ({ card, typed, action, problem }: RatingForm, words: PageWords): Html => html`
  <form method="post" action="${action}">
    ${problem && html`<p class="problem" role="alert" id="problem">${problem}</p>`}
    <fieldset${problem && { markup: ' aria-describedby="problem"' }}>
      <legend>${words.howMany}</legend>
      ${STARS.map(
        (stars) =>
          html`<label
            ><input
              type="radio"
              name="stars"
              id="s${stars}"
              value="${stars}"
              ${checked(typed.stars === stars)}
            />
            <span class="star" aria-hidden="true">${'★'.repeat(stars)}</span>
            <span>${words.starsOf(stars)} · ${wordOf(card, stars, words)}</span></label
          >`,
      )}
    </fieldset>
    ${STARS.filter((stars) => tagsFor(card, stars).length > 0).map(
      (stars) => html`
        <fieldset class="tags" id="t${stars}">
          <legend>${words.tagsOf(wordOf(card, stars, words))}</legend>
          ${tagsFor(card, stars).map(
            (tag) =>
              html`<label
                ><input
                  type="checkbox"
                  name="tag${stars}"
                  value="${tag}"
                  ${checked(typed.stars === stars && typed.tags.includes(tag))}
                />
                <span>${tag}</span></label
              >`,
          )}
        </fieldset>
      `,
    )}
    ${
      card.asksSolved &&
      html`<fieldset>
        <legend>${words.survey.solvedQuestion}</legend>
        ${SOLVED.map(
          (solved) =>
            html`<label
              ><input type="radio" name="solved" value="${solved}" ${checked(typed.solved === solved)} />
              <span>${words.survey.solved[solved]}</span></label
            >`,
        )}
      </fieldset>`
    }
    <label class="text"
      >${words.survey.comment}
      <textarea name="comment" rows="3" maxlength="${RATING_COMMENT_LIMIT}">${typed.comment}</textarea></label
    >
    <button type="submit">${words.survey.submit}</button>
  </form>
`

/** What was answered; `change`: the address at which it can be changed, null: no longer. */
export const ratingGiven = (
  card: SurveyCard,
  { stars, tags, comment }: Rating,
  change: string | null,
  words: PageWords,
): Html => html`
  <p role="status">${card.thanks || words.survey.thanks}</p>
  <h2>${words.yourRating}</h2>
  <p>
    <span class="star" aria-hidden="true">${'★'.repeat(stars)}</span>
    ${words.starsOf(stars)} · ${wordOf(card, stars, words)}${tags.length > 0 && ` · ${tags.join(' · ')}`}
  </p>
  ${comment !== '' && html`<p>${comment}</p>`}
  ${change && html`<p><a href="${change}">${words.change}</a></p>`}
`

const wordOf = (card: SurveyCard, stars: number, words: PageWords): string =>
  card.stars[stars - 1]?.word || words.survey.stars[stars - 1] || ''

const checked = (on: boolean): Html => ({ markup: on ? ' checked' : '' })
