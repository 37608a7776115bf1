import { Route } from 'lucide-react'
import { useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, ErrorLine, Segments, Skeleton } from '../../ui/index.ts'
import { KeptLine } from '../customer/index.ts'
import { ReceptionItem } from './ReceptionItem.tsx'
import { TimelineHeadView } from './TimelineHeadView.tsx'
import { VisitItem } from './VisitItem.tsx'
import { isUnanswered, WrittenWhileWaiting } from './WrittenWhileWaiting.tsx'

import './timeline.css'

const VIEWS = ['all', 'reception', 'browsing'] as const
type View = (typeof VIEWS)[number]

export interface TimelinePanelProps {
  readonly view: ConversationView
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
}

/** What was between the company and the customer: receptions and visits, the newest first (R-03-136). */
export const TimelinePanel = ({ view, onOpen }: TimelinePanelProps) => {
  const { t } = useTranslation('timeline')
  const [shown, setShown] = useState<View>('all')
  return (
    <div className="fy-timeline">
      {view.session && isUnanswered(view.session) ? <WrittenWhileWaiting session={view.session} /> : null}
      <Segments
        label={t('views.label')}
        value={shown}
        options={VIEWS.map((one) => [one, t(`views.${one}`)] as const)}
        onChange={setShown}
      />
      <TimelinePage
        key={shown}
        conversationId={view.conversation.id}
        shown={shown}
        before={null}
        onOpen={onOpen}
      />
    </div>
  )
}

interface TimelinePageProps {
  readonly conversationId: ConversationId
  readonly shown: View
  readonly before: number | null
  readonly onOpen: TimelinePanelProps['onOpen']
}

/** A page, and below it the next one once it is wanted. */
const TimelinePage = ({ conversationId, shown, before, onOpen }: TimelinePageProps) => {
  const { t } = useTranslation('timeline')
  const run = useRun()
  const [more, setMore] = useState(false)
  const answer = useQuery(
    'customer.timeline',
    { conversationId, view: shown === 'reception' ? 'reception' : 'all', before },
    { keep: true },
  )
  if (answer === undefined) return <Skeleton rows={6} rowHeight={56} />
  const failed = answer === null || answer.keptAt !== null
  const last = answer?.items.at(-1)
  return (
    <>
      {failed ? (
        <ErrorLine text={t('failed')}>
          <Button
            onClick={() => {
              void run('connection.retry', {})
            }}
          >
            {t('retry')}
          </Button>
        </ErrorLine>
      ) : null}
      {answer ? <KeptLine keptAt={answer.keptAt} /> : null}
      {answer?.head && shown !== 'reception' ? (
        <TimelineHeadView head={answer.head} browsing={shown === 'browsing'} />
      ) : null}
      {before === null && answer?.items.length === 0 ? <EmptyState icon={Route} title={t('empty')} /> : null}
      <ol className="fy-timeline-list">
        {answer?.items.map((item) =>
          item.kind === 'reception' ? (
            <ReceptionItem key={item.sessionId} item={item} brief={shown === 'browsing'} onOpen={onOpen} />
          ) : (
            <VisitItem key={`visit-${item.at}`} item={item} />
          ),
        )}
      </ol>
      {answer?.more && last ? (
        more ? (
          <TimelinePage conversationId={conversationId} shown={shown} before={last.at} onOpen={onOpen} />
        ) : (
          <Button
            kind="quiet"
            onClick={() => {
              setMore(true)
            }}
          >
            {t('older')}
          </Button>
        )
      ) : null}
    </>
  )
}
