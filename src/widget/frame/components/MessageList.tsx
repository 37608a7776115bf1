import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

import { textIn } from '../../../protocol/companyTexts.ts'
import type { Rating } from '../../../protocol/model/index.ts'
import { isNotice } from '../../../protocol/model/widgetDefaults.ts'
import type { SeenMessage, SeenNavItem, WidgetSettings } from '../../../protocol/wire/index.ts'
import type { Chat } from '../../chat/contract.ts'
import { isWithAgent, type ChatView } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import { dayName, isSameDay } from '../format.ts'
import { Bubble, UnsentBubble } from './Bubble.tsx'
import { Icon } from './Icon.tsx'
import { NavMenu } from './NavMenu.tsx'
import type { OfferOutcome } from './OfferCard.tsx'
import { UploadLine } from './UploadLine.tsx'

/** Closer to an end than this counts as being there. */
const NEAR_PX = 80

export interface MessageListProps {
  readonly chat: Chat
  readonly view: ChatView
  /** An entry of the navigation menu was chosen. */
  readonly onChoose: (item: SeenNavItem) => void
}

export const MessageList = ({ chat, view, onChoose }: MessageListProps) => {
  const { words, language } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  const before = useRef({ height: 0, first: '', atEnd: true, unsent: 0 })
  const [atEnd, setAtEnd] = useState(true)
  const firstId = view.messages[0]?.id ?? ''
  const unsent = view.outbox.length

  // What is being read stays where it is: older messages grow upwards, new ones push only a reader at the end.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const { height, first, atEnd: wasAtEnd, unsent: wasUnsent } = before.current
    if (wasAtEnd || unsent > wasUnsent) element.scrollTop = element.scrollHeight
    else if (first !== firstId && first !== '') element.scrollTop += element.scrollHeight - height
    before.current = { height: element.scrollHeight, first: firstId, atEnd: isAtEnd(element), unsent }
  })

  // The window was hidden, resized, or a picture came: the end stays the end.
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      if (before.current.atEnd) element.scrollTop = element.scrollHeight
    })
    observer.observe(element)
    // A card grows while it is being filled in.
    const content = element.querySelector('ol')
    if (content) observer.observe(content)
    return () => {
      observer.disconnect()
    }
  }, [])

  const onScroll = (): void => {
    const element = box.current
    if (!element) return
    before.current.atEnd = isAtEnd(element)
    setAtEnd(before.current.atEnd)
    if (element.scrollTop < NEAR_PX) chat.older()
  }

  const withAgent = isWithAgent(view.state)
  return (
    <div class="list-frame">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard */}
      <div class="list" ref={box} role="region" aria-label={words.messages} tabIndex={0} onScroll={onScroll}>
        {view.more && (
          <button
            type="button"
            class="text-button older"
            disabled={view.loadingOlder}
            onClick={() => {
              chat.older()
            }}
          >
            {view.loadingOlder ? words.loading : words.older}
          </button>
        )}
        {!view.more && view.settings && <Welcome view={view} settings={view.settings} onChoose={onChoose} />}
        <ol class={view.settings?.messageStyle === 'lines' ? 'lines' : undefined}>
          {view.messages.map((message, index) => {
            const previous = view.messages[index - 1]
            const next = view.messages[index + 1]
            return [
              (!previous || !isSameDay(previous.at, message.at)) && (
                <li class="day" key={`day-${message.id}`}>
                  {dayName(message.at, Date.now() + view.clockOffsetMs, language, words)}
                </li>
              ),
              <Bubble
                key={message.id}
                chat={chat}
                message={message}
                first={!previous || !isSameSpeaker(previous, message)}
                followed={next !== undefined && isSameSpeaker(message, next) && isSameMinute(message, next)}
                read={message.seq <= view.agentReadSeq}
                ratingOf={(sessionId) => lastRating(view.messages, sessionId)}
                outcomeOf={(offerId) => outcomeIn(view.messages, offerId)}
                company={view.settings?.company ?? words.company}
              />,
            ]
          })}
          {view.outbox.map((item) => (
            <UnsentBubble key={item.id} chat={chat} item={item} sending={item.id === view.sendingId} />
          ))}
          {view.uploads.map((upload) => (
            <UploadLine key={upload.id} chat={chat} upload={upload} />
          ))}
        </ol>
        {view.agentTyping && withAgent && (
          <p class="typing">
            <span class="typing-dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {words.agentTyping(view.state.agent?.name ?? words.agent)}
          </p>
        )}
      </div>
      {!atEnd && (
        <button
          type="button"
          class="to-bottom"
          aria-label={words.toBottom}
          title={words.toBottom}
          onClick={() => {
            box.current?.scrollTo({ top: box.current.scrollHeight })
          }}
        >
          <Icon name="bottom" />
        </button>
      )}
    </div>
  )
}

interface WelcomeProps extends Pick<MessageListProps, 'view' | 'onChoose'> {
  readonly settings: WidgetSettings
}

/** The company's welcome and its menu stand above the first message (R-18-015). */
const Welcome = ({ view, settings, onChoose }: WelcomeProps) => {
  const { words, language } = useSpeech()
  const notice = settings.profile?.privacy ?? ''
  const welcome = textIn(settings.welcome, language, settings.ownLanguage)
  return (
    <div class="welcome">
      {welcome && <p class="welcome-text">{welcome}</p>}
      {settings.menu && settings.menu.entries.length > 0 && (
        <NavMenu settings={settings} onChoose={onChoose} />
      )}
      <p class="note">
        {words.privacy} {settings.showsTyped && `${words.privacyTyped} `}
        {isNotice(notice) && (
          <a href={notice} target="_blank" rel="noopener noreferrer">
            {words.privacyNotice}
          </a>
        )}
      </p>
      {!view.durable && <p class="note">{words.memoryOnly}</p>}
    </div>
  )
}

const isAtEnd = (element: HTMLElement): boolean =>
  element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX

const isSameSpeaker = (one: SeenMessage, other: SeenMessage): boolean =>
  one.from === other.from && one.name === other.name && isSameDay(one.at, other.at)

const lastRating = (messages: readonly SeenMessage[], sessionId: string): Rating | null => {
  const last = messages.findLast(({ body }) => body.kind === 'rating' && body.sessionId === sessionId)?.body
  return last?.kind === 'rating' ? last.rating : null
}

const outcomeIn = (messages: readonly SeenMessage[], offerId: string): OfferOutcome | null => {
  const last = messages.findLast(({ body }) => body.kind === 'offer-answer' && body.offerId === offerId)?.body
  return last?.kind === 'offer-answer' ? last.outcome : null
}

const isSameMinute = (one: SeenMessage, other: SeenMessage): boolean =>
  Math.floor(one.at / 60_000) === Math.floor(other.at / 60_000)
