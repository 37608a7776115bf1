import { useId, useState } from 'preact/hooks'

import type { Answers, Rating, Solved } from '../../../protocol/model/index.ts'
import { RATING_COMMENT_LIMIT } from '../../../protocol/model/limits.ts'
import type { SeenMessage } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import { problemIn } from '../../words/index.ts'
import { useIsOver, useSpeech } from '../context.ts'
import { Icon } from './Icon.tsx'

export interface SurveyCardProps {
  readonly chat: Chat
  readonly body: SeenMessage['body'] & { kind: 'survey' }
  /** The latest answer, from whichever tab or device. */
  readonly rating: Rating | null
}

/** The card that asks how satisfied the customer is; an answer can be changed until the card expires (R-18-047). */
export const SurveyCard = ({ chat, body, rating }: SurveyCardProps) => {
  const { words } = useSpeech()
  const title = useId()
  // The server has the last word.
  const expired = useIsOver(body.expiresAt, chat.view().clockOffsetMs)
  const [changing, setChanging] = useState(() => chat.ratingBegun(body.sessionId) !== null)
  const [refused, setRefused] = useState(false)
  const over = expired || refused
  const open = !over && (rating === null || changing)
  return (
    <li class="survey" data-session={body.sessionId}>
      <section aria-labelledby={title}>
        <h2 id={title} tabIndex={-1}>
          {body.card.question || words.survey.question}
        </h2>
        {rating && !open && <Given body={body} rating={rating} />}
        <div role="status">
          {rating && !open && <p>{body.card.thanks || words.survey.thanks}</p>}
          {over && <p class="note">{words.survey.expired}</p>}
        </div>
        {open && (
          <SurveyForm
            chat={chat}
            body={body}
            rating={rating}
            onDone={() => {
              setChanging(false)
            }}
            onExpired={() => {
              setRefused(true)
            }}
          />
        )}
        {rating && !open && !over && (
          <button
            type="button"
            class="text-button"
            onClick={() => {
              setChanging(true)
            }}
          >
            {words.survey.change}
          </button>
        )}
      </section>
    </li>
  )
}

const Given = ({ body, rating }: { readonly body: SurveyCardProps['body']; readonly rating: Rating }) => {
  const { words } = useSpeech()
  const word = body.card.stars[rating.stars - 1]?.word || words.survey.stars[rating.stars - 1]
  return (
    <p class="survey-given">
      <Stars count={rating.stars} />
      <span class="hidden">{words.survey.starsOf(rating.stars)}</span> {word}
      {rating.tags.length > 0 && ` · ${rating.tags.join(' · ')}`}
    </p>
  )
}

interface SurveyFormProps extends SurveyCardProps {
  readonly onDone: () => void
  readonly onExpired: () => void
}

const NO_ANSWERS: Answers = { stars: 5, tags: [], solved: null, comment: '' }
const SOLVED: readonly Solved[] = ['yes', 'no', 'not-yet']

const SurveyForm = ({ chat, body, rating, onDone, onExpired }: SurveyFormProps) => {
  const { words } = useSpeech()
  const id = useId()
  const [answers, setAnswers] = useState<Answers | null>(() => chat.ratingBegun(body.sessionId) ?? rating)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { card } = body
  const stars = answers?.stars ?? 0
  const tags = answers ? (card.stars[stars - 1]?.tags ?? []) : []

  const change = (more: Partial<Answers>): void => {
    setProblem(null)
    const { stars: given, tags: chosen, solved, comment } = { ...NO_ANSWERS, ...answers, ...more }
    const next = { stars: given, tags: chosen, solved, comment }
    setAnswers(next)
    chat.ratingTyped(body.sessionId, next)
  }
  const submit = async (): Promise<void> => {
    if (!answers) {
      setProblem(words.survey.chooseStars)
      return
    }
    setBusy(true)
    const { tags: chosen, solved, comment } = answers
    const code = await chat.rate(body.sessionId, { stars, tags: chosen, solved, comment: comment.trim() })
    setBusy(false)
    if (code === null || code === 'survey-expired') chat.ratingTyped(body.sessionId, null)
    if (code === null) onDone()
    else if (code === 'survey-expired') onExpired()
    else setProblem(code === 'offline' ? words.survey.offline : problemIn(words, code))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      <fieldset class="survey-stars">
        <legend class="hidden">{words.survey.howMany}</legend>
        {card.stars.map(({ word }, index) => (
          <label key={index} title={word || words.survey.stars[index]}>
            <input
              type="radio"
              class="hidden"
              name={`${id}-stars`}
              checked={stars === index + 1}
              onChange={() => {
                change({ stars: index + 1, tags: [] })
              }}
            />
            <Icon name="star" filled={index < stars} />
            <span class="hidden">
              {words.survey.starsOf(index + 1)} {word || words.survey.stars[index]}
            </span>
          </label>
        ))}
        <span class="survey-word" aria-hidden="true">
          {stars > 0 && (card.stars[stars - 1]?.word || words.survey.stars[stars - 1])}
        </span>
      </fieldset>
      {tags.length > 0 && (
        <fieldset class="chips">
          <legend class="hidden">{words.survey.tags}</legend>
          {tags.map((tag) => (
            <label key={tag}>
              <input
                type="checkbox"
                class="hidden"
                checked={answers?.tags.includes(tag) ?? false}
                onChange={() => {
                  const chosen = answers?.tags ?? []
                  const without = chosen.filter((one) => one !== tag)
                  change({ tags: without.length < chosen.length ? without : [...chosen, tag] })
                }}
              />
              <span>{tag}</span>
            </label>
          ))}
        </fieldset>
      )}
      {answers && card.asksSolved && (
        <fieldset class="chips">
          <legend>{words.survey.solvedQuestion}</legend>
          {SOLVED.map((solved) => (
            <label key={solved}>
              <input
                type="radio"
                class="hidden"
                name={`${id}-solved`}
                checked={answers.solved === solved}
                onChange={() => {
                  change({ solved })
                }}
              />
              <span>{words.survey.solved[solved]}</span>
            </label>
          ))}
        </fieldset>
      )}
      {answers && (
        <label class="survey-comment">
          <span>{words.survey.comment}</span>
          <textarea
            rows={2}
            maxLength={RATING_COMMENT_LIMIT}
            value={answers.comment}
            onInput={(event) => {
              change({ comment: event.currentTarget.value })
            }}
          />
        </label>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="send" disabled={busy}>
        {words.survey.submit}
      </button>
    </form>
  )
}

const Stars = ({ count }: { readonly count: number }) => (
  <span class="survey-shown" aria-hidden="true">
    {[1, 2, 3, 4, 5].map((star) => (
      <Icon key={star} name="star" filled={star <= count} />
    ))}
  </span>
)
