import { Eye } from 'lucide-react'
import { useState } from 'react'

import type { VisitorId, VisitorRow } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, OverlayPanel, OverlayReport, Skeleton, useNow } from '../../ui/index.ts'
import { filterCount, filterVisitors, heldRows, NO_VISITOR_FILTER } from './filters.ts'
import { VisitorFilters } from './VisitorFilters.tsx'
import { VISITOR_ROW_HEIGHT, VisitorTable } from './VisitorTable.tsx'

import './visitors.css'

/** Who is on the company's pages now. */
export const VisitorsPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('visitors')
  const run = useRun()
  const errorText = useErrorText()
  const now = useNow(10_000)
  const view = useQuery('visitors.list', {})
  const me = useQuery('account.current', {})?.me
  const manual = useQuery('organization.get', {})?.invitations.manual ?? false
  const [filter, setFilter] = useState(NO_VISITOR_FILTER)
  const [held, setHeld] = useState<readonly VisitorRow[] | null>(null)
  const [busy, setBusy] = useState<VisitorId | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const latest = filterVisitors(view?.rows ?? [], filter, now)
  const { rows, fresh } = heldRows(latest, held)
  const mayInvite = manual && (me?.permissions.includes('visitor.invite') ?? false)
  const act = async (name: 'visitor.invite' | 'visitor.start', visitorId: VisitorId): Promise<void> => {
    setBusy(visitorId)
    setFailure(null)
    const answer = await run(name, { visitorId })
    setBusy(null)
    if (!answer.ok) setFailure(errorText(answer.code, answer.details))
  }

  return (
    <OverlayPanel
      title={t('title')}
      area="visitors"
      width={1240}
      height={460}
      bar={
        <VisitorFilters
          rows={view?.rows ?? []}
          filter={filter}
          onFilter={(next) => {
            setHeld(null)
            setFilter(next)
          }}
        />
      }
      figures={view ? t('total', { count: view.count }) : ''}
      reports={
        <>
          {failure ? (
            <OverlayReport text={failure}>
              <Button
                kind="quiet"
                onClick={() => {
                  setFailure(null)
                }}
              >
                {t('dismiss')}
              </Button>
            </OverlayReport>
          ) : null}
          {view === null ? <OverlayReport text={t('offline')} /> : null}
        </>
      }
      onPointerEnter={() => {
        setHeld((before) => before ?? rows)
      }}
      onPointerLeave={() => {
        setHeld(null)
      }}
      onClose={onClose}
    >
      {view === undefined ? (
        <Skeleton rows={5} rowHeight={VISITOR_ROW_HEIGHT} avatar />
      ) : rows.length > 0 ? (
        <VisitorTable
          rows={rows}
          now={now}
          busy={busy}
          onInvite={
            mayInvite
              ? (id) => {
                  void act('visitor.invite', id)
                }
              : null
          }
          onStart={
            mayInvite
              ? (id) => {
                  void act('visitor.start', id)
                }
              : null
          }
        />
      ) : view && filterCount(filter) > 0 && view.count > 0 ? (
        <EmptyState icon={Eye} title={t('noneFound')}>
          <Button
            onClick={() => {
              setFilter(NO_VISITOR_FILTER)
            }}
          >
            {t('clear')}
          </Button>
        </EmptyState>
      ) : view ? (
        <EmptyState icon={Eye} title={t('empty')} hint={t('emptyHint')} />
      ) : null}
      {fresh > 0 ? (
        <button
          type="button"
          className="fy-list-changed"
          onClick={() => {
            setHeld(latest)
          }}
        >
          {t('fresh', { count: fresh })}
        </button>
      ) : null}
    </OverlayPanel>
  )
}
