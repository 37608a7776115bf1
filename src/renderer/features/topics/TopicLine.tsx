import { Tag, X } from 'lucide-react'
import { useRef, useState } from 'react'

import { choosableTopics, topicLock } from '../../../domain/topics/topics.ts'
import type { Session, TopicId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Floating, useNow } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { topicText, usedAgain, usedFirst } from './choices.ts'
import { TopicChooser } from './TopicChooser.tsx'

import './topics.css'

const MINUTE_MS = 60_000

export interface TopicLineProps {
  readonly session: Session
  readonly inert: boolean
  /** The session could not be ended for want of a topic: the chooser opens, and ending goes on after it. */
  readonly required: { readonly goOn: (session: Session) => void; readonly giveUp: () => void } | null
}

/** What the session is about, below its messages: added, changed and taken back there. Give it the session's id as key. */
export const TopicLine = ({ session, inert, required }: TopicLineProps) => {
  const { t } = useTranslation('topics')
  const run = useRun()
  const errorText = useErrorText()
  const list = useQuery('organization.get', {})?.topics
  const me = useQuery('account.current', {})?.me
  const uses = useAgentSetting('topicUses')
  const now = useNow(MINUTE_MS)
  const button = useRef<HTMLButtonElement>(null)
  // A click on the button of an open panel closes it twice: as a click elsewhere, and as a click on the button.
  const openBefore = useRef(false)
  const [open, setOpen] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const text = topicText(list?.topics ?? [], session.topicId)
  const choices = list ? choosableTopics(list) : []
  const free =
    me?.permissions.includes('chat.external') === true && topicLock(session, me.agentId, now) === null
  const offered = free && choices.length > 0
  const choosing = offered && (open || required !== null)
  const shortcut = useKeyLabel('topic')
  useAction('topic', offered && !inert ? () => button.current?.click() : null)

  const close = (): void => {
    setOpen(false)
    setFailure(null)
    required?.giveUp()
  }
  const set = async (topicId: TopicId | null): Promise<void> => {
    const answer = await run('session.set-topic', { sessionId: session.id, topicId })
    if (!answer.ok) {
      setFailure(errorText(answer.code, answer.details))
      return
    }
    if (topicId !== null) uses.save(usedAgain(uses.value, topicId))
    setOpen(false)
    setFailure(null)
    required?.goOn(answer.value.session)
  }

  if (!offered && text === null) return null
  return (
    <div className="fy-topic-line" inert={inert}>
      {offered ? (
        <button
          ref={button}
          type="button"
          className="fy-topic"
          data-topic
          data-chosen={text !== null || undefined}
          aria-haspopup="dialog"
          aria-expanded={choosing}
          title={shortcut}
          onPointerDown={() => {
            openBefore.current = choosing
          }}
          onClick={(event) => {
            setOpen(event.detail === 0 ? !choosing : !openBefore.current)
          }}
        >
          <Tag aria-hidden="true" />
          <span className="fy-cut">{text === null ? t('add') : t('change', { topic: text })}</span>
        </button>
      ) : (
        <span className="fy-topic" data-chosen>
          <Tag aria-hidden="true" />
          <span className="fy-cut">{t('change', { topic: text })}</span>
        </span>
      )}
      {free && text !== null ? (
        <button
          type="button"
          className="fy-topic-clear"
          aria-label={t('clear')}
          data-tip={t('clear')}
          onClick={() => {
            void set(null)
          }}
        >
          <X aria-hidden="true" />
        </button>
      ) : null}
      {failure !== null && !choosing ? <span role="alert">{failure}</span> : null}
      {choosing ? (
        <Floating
          anchor={button}
          role="dialog"
          label={t('topics')}
          side="above"
          align="start"
          onClose={close}
        >
          <TopicChooser
            choices={usedFirst(choices, uses.value)}
            chosen={session.topicId}
            reason={required ? t('required') : null}
            failure={failure}
            onChoose={(id) => {
              void set(id)
            }}
          />
        </Floating>
      ) : null}
    </div>
  )
}
