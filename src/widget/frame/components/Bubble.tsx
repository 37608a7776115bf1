import { textOfParams } from '../../../protocol/companyTexts.ts'
import type { Rating } from '../../../protocol/model/index.ts'
import type { SeenMessage } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import type { OutboxItem } from '../../chat/outbox.ts'
import { quoteOf } from '../../chat/view.ts'
import { problemIn, type Language, type Words } from '../../words/index.ts'
import { useSpeech } from '../context.ts'
import { clockTime, fullTime, momentText } from '../format.ts'
import { FileLine, Picture } from './Attachment.tsx'
import { BotChoices } from './BotChoices.tsx'
import { BotJudge } from './BotJudge.tsx'
import { Face } from './Header.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { MessageText } from './MessageText.tsx'
import { MessageTools } from './MessageTools.tsx'
import { MovedLine } from './MovedLine.tsx'
import { OfferCard, type OfferOutcome } from './OfferCard.tsx'
import { QuoteLine } from './QuoteLine.tsx'
import { SurveyCard } from './SurveyCard.tsx'

export interface BubbleProps {
  readonly chat: Chat
  readonly message: SeenMessage
  /** The first of several by the same person carries the name. */
  readonly first: boolean
  /** Another one by the same person follows in the same minute, and carries the time. */
  readonly followed: boolean
  readonly read: boolean
  /** What the customer answered last to the survey of a session. */
  readonly ratingOf: (sessionId: string) => Rating | null
  /** What became of a card. */
  readonly outcomeOf: (offerId: string) => OfferOutcome | null
  readonly company: string
}

export const Bubble = ({
  chat,
  message,
  first,
  followed,
  read,
  ratingOf,
  outcomeOf,
  company,
}: BubbleProps) => {
  const { words, language } = useSpeech()
  if (message.body.kind === 'system' && message.body.code === 'moved-here') {
    return <MovedLine chat={chat} params={message.body.params} />
  }
  if (message.body.kind === 'system') {
    return <li class="event">{eventInWords(message.body, words, language)}</li>
  }
  if (message.body.kind === 'survey') {
    return <SurveyCard chat={chat} body={message.body} rating={ratingOf(message.body.sessionId)} />
  }
  if (message.body.kind === 'offer') {
    return (
      <OfferCard
        chat={chat}
        body={message.body}
        outcome={outcomeOf(message.body.offerId)}
        company={company}
      />
    )
  }
  // The card shows it.
  if (message.body.kind === 'rating' || message.body.kind === 'offer-answer') return null
  const mine = message.from === 'me'
  if (message.body.kind === 'recalled') {
    const who = message.name ?? words.agent
    return <li class="event">{mine ? words.recalledOwn : words.recalled(who)}</li>
  }
  const isBots = message.body.kind === 'text' && message.body.choices !== undefined
  const author = message.name ?? words.agent
  const name = mine ? words.me : isBots ? words.automatic(author) : author
  return (
    <li class={`message ${mine ? 'mine' : 'theirs'}${first ? ' first' : ''}`} data-id={message.id}>
      {!mine && first && <Face name={author} url={null} />}
      {first ? <span class={mine ? 'hidden' : 'name'}>{name}</span> : <span class="hidden">{name}</span>}
      <div class="bubble-line">
        <div class="bubble">
          {message.body.kind === 'text' && message.body.quote && (
            <QuoteLine quote={message.body.quote} onJump={jumpTo(message.body.quote.messageId)} />
          )}
          <Body chat={chat} body={message.body} seq={message.seq} />
        </div>
        {isQuotable(message) && <MessageTools chat={chat} message={message} />}
      </div>
      {isBots && <BotChoices chat={chat} body={message.body} />}
      {isBots && <BotJudge chat={chat} message={message} />}
      <span class={followed && !mine ? 'hidden' : 'meta'}>
        <time dateTime={new Date(message.at).toISOString()} title={fullTime(message.at, language)}>
          {clockTime(message.at, language)}
        </time>
        {mine && <Mark icon={read ? 'checks' : 'check'} text={read ? words.read : words.sent} />}
      </span>
    </li>
  )
}

export interface UnsentBubbleProps {
  readonly chat: Chat
  readonly item: OutboxItem
  readonly sending: boolean
}

/** A message the server does not have yet: on its way, or refused with a reason and a way out. */
export const UnsentBubble = ({ chat, item, sending }: UnsentBubbleProps) => {
  const { words } = useSpeech()
  const body = item.body.kind === 'text' ? item.body : { ...item.body, url: '' }
  return (
    <li class="message mine unsent">
      <span class="hidden">{words.me}</span>
      <div class="bubble">
        {item.quote && <QuoteLine quote={item.quote} onJump={jumpTo(item.quote.messageId)} />}
        <Body chat={chat} body={body} seq={null} />
      </div>
      {item.refused === null ? (
        <span class="meta">
          <Mark icon="clock" text={sending ? words.sending : words.queued} />
          {sending ? words.sending : words.queued}
          {!sending && (
            <IconButton
              icon="undo"
              name={words.recall}
              onClick={() => {
                chat.discard(item.id)
              }}
            />
          )}
        </span>
      ) : (
        <span class="meta failed">
          <button
            type="button"
            class="text-button"
            onClick={() => {
              chat.retry(item.id)
            }}
          >
            <Icon name="alert" />
            {words.failed}
          </button>
          <span>{problemIn(words, item.refused)}</span>
          <button
            type="button"
            class="text-button"
            onClick={() => {
              chat.discard(item.id)
            }}
          >
            {words.discard}
          </button>
        </span>
      )}
    </li>
  )
}

/** What a person has said: a bot and the company's own lines are answered by writing on. */
const isQuotable = (message: SeenMessage): boolean =>
  quoteOf(message) !== null && !(message.body.kind === 'text' && (message.body.choices ?? message.body.texts))

/** Leads to the message, where it is on the screen. */
const jumpTo = (id: string) => (): void => {
  const row = document.querySelector<HTMLElement>(`[data-id="${id}"]`)
  row?.scrollIntoView({ block: 'center' })
  row?.classList.add('found')
  setTimeout(() => row?.classList.remove('found'), FOUND_MS)
}

/** A message that was led to is marked for so long. */
const FOUND_MS = 2000

interface BodyProps {
  readonly chat: Chat
  readonly body: SeenMessage['body']
  readonly seq: number | null
}

const Body = ({ chat, body, seq }: BodyProps) => {
  const { words } = useSpeech()
  if (body.kind === 'text') return <MessageText text={body.text} />
  if (body.kind === 'file' && body.seconds !== undefined && body.url !== '') {
    const name = words.voice.message(body.seconds)
    return (
      <span class="voice-line">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a customer has just said has no captions */}
        <audio
          controls
          preload="none"
          src={body.url}
          aria-label={name}
          onError={() => {
            if (seq !== null) chat.refresh(seq)
          }}
        />
        <small>{name}</small>
        {body.alt !== undefined && <span class="voice-words">{body.alt}</span>}
      </span>
    )
  }
  if (body.kind === 'file') return <FileLine body={body} />
  if (body.kind === 'image') {
    return (
      <Picture
        body={body}
        local={chat.localPicture(body.fileId)}
        onExpired={() => {
          if (seq !== null) chat.refresh(seq)
        }}
      />
    )
  }
  // A newer server may know kinds of messages that this page does not.
  return <em>{words.notShown}</em>
}

const Mark = ({ icon, text }: { readonly icon: 'check' | 'checks' | 'clock'; readonly text: string }) => (
  <span class="mark" title={text}>
    <Icon name={icon} />
    <span class="hidden">{text}</span>
  </span>
)

const eventInWords = (
  body: SeenMessage['body'] & { kind: 'system' },
  words: Words,
  language: Language,
): string => {
  const { name, note, reason, cause, number, answerBy } = body.params
  switch (body.code) {
    case 'session-transferred':
      return note ?? ''
    case 'still-there':
      return words.stillThere
    case 'session-assigned':
      return name ? words.assigned(name) : words.assignedNobody
    case 'session-reopened':
      return words.reopened(name ?? '')
    case 'company-text':
      return textOfParams(body.params, language)
    case 'friends-now':
      return words.friends.now
    case 'friends-no-more':
      return words.friends.over
    case 'menu-chosen':
      return words.menu.chosen(textOfParams(body.params, language))
    case 'message-left':
      return words.leave.received(number ?? '', momentText(Number(answerBy), language))
    case 'session-ended': {
      const why = cause ?? reason
      return why !== undefined && Object.hasOwn(words.ended, why)
        ? words.ended[why as keyof Words['ended']]
        : words.ended.other
    }
    default:
      return words.notShown
  }
}
