import { useState } from 'react'

import type { TimelineItem } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, clockTime, ErrorLine, Skeleton, useLanguage } from '../../ui/index.ts'
import { MessageBody } from '../thread/index.ts'

interface ReceptionVoicesProps {
  readonly item: Extract<TimelineItem, { kind: 'reception' }>
  /** The number of its first message. */
  readonly firstSeq: number
}

/** What was spoken in a reception, to be heard where it is listed (R-03-141); asked for only when it is wanted. */
export const ReceptionVoices = (props: ReceptionVoicesProps) => {
  const { t } = useTranslation('timeline')
  const [wanted, setWanted] = useState(false)
  return wanted ? (
    <Voices {...props} />
  ) : (
    <button
      type="button"
      className="fy-link-button"
      onClick={() => {
        setWanted(true)
      }}
    >
      {t('voices')}
    </button>
  )
}

const Voices = ({ item, firstSeq }: ReceptionVoicesProps) => {
  const { t } = useTranslation('timeline')
  const language = useLanguage()
  const [from, setFrom] = useState(firstSeq)
  const { conversationId } = item
  const page = useQuery('thread.page', { conversationId, kinds: 'media', before: null, from }, { keep: true })
  if (page === undefined) return <Skeleton rows={1} rowHeight={40} />
  if (page === null) return <ErrorLine text={t('voicesFailed')} />
  const spoken = page.messages.filter(
    ({ body, sessionId }) =>
      sessionId === item.sessionId && body.kind === 'file' && body.seconds !== undefined,
  )
  const last = page.messages.at(-1)
  // What comes after its end belongs to another reception.
  const more = page.more && last?.sessionId === item.sessionId
  return (
    <>
      {spoken.length === 0 && !more ? <p className="fy-secondary">{t('noVoices')}</p> : null}
      <ol className="fy-timeline-voices" aria-label={t('voices')}>
        {spoken.map(({ id, at, body }) => (
          <li key={id}>
            <time dateTime={new Date(at).toISOString()}>{clockTime(at, language)}</time>
            <MessageBody body={body} />
          </li>
        ))}
      </ol>
      {more ? (
        <Button
          kind="quiet"
          onClick={() => {
            setFrom(last.seq + 1)
          }}
        >
          {t('moreVoices')}
        </Button>
      ) : null}
    </>
  )
}
