import { Inbox, MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { Button, EmptyState, Skeleton } from '../../ui/index.ts'
import { useNewcomers } from '../arrivals/index.ts'
import { BlockForMeDialog } from '../blockEntries/index.ts'
import { RemarkDialog } from '../remarks/index.ts'
import { RowMenu, type RowMenuAt } from './RowMenu.tsx'
import { steady } from './steady.ts'
import { Tabs } from './Tabs.tsx'
import { ROW_HEIGHT, VirtualRows } from './VirtualRows.tsx'

import './conversations.css'

export type ListTab = 'in-session' | 'all'

export interface ConversationListProps {
  readonly tab: ListTab
  readonly openId: ConversationId | null
  /** Removed a moment ago and not yet for good. */
  readonly hiddenId: ConversationId | null
  /** Whoever is given to this agent is shown with a flash. */
  readonly flashes: boolean
  readonly onTab: (tab: ListTab) => void
  /** The pointer or the keyboard came to a row: it may be opened next. */
  readonly onNear: (id: ConversationId) => void
  readonly onOpen: (id: ConversationId) => void
  readonly onPin: (id: ConversationId, pinned: boolean) => void
  readonly onRemove: (id: ConversationId, name: string) => void
  readonly onShowPool: () => void
}

/** The agent's conversations: those in session, or all. */
export const ConversationList = (props: ConversationListProps) => {
  const { tab, openId, hiddenId, flashes, onTab, onNear, onOpen, onPin, onRemove, onShowPool } = props
  const { t } = useTranslation('conversations')
  const organization = useQuery('organization.get', {})
  const mine = useQuery('presence.mine', {})
  const me = useQuery('account.current', {})?.me
  const nameOf = useCustomerName()
  const latest = useQuery('conversations.list', { filter: tab })
  const running = useQuery('conversations.list', { filter: 'in-session' })
  const [held, setHeld] = useState<readonly ConversationRow[] | null>(null)
  const [activeId, setActiveId] = useState<ConversationId | null>(null)
  const [menu, setMenu] = useState<RowMenuAt | null>(null)
  const [remarking, setRemarking] = useState<ConversationRow | null>(null)
  const [blocking, setBlocking] = useState<{ row: ConversationRow; name: string } | null>(null)

  const newcomers = useNewcomers(running ?? EMPTY, openId)
  const all = latest ?? EMPTY
  const { rows: shown, changed } = steady(all, held)
  const rows = shown.filter(({ id }) => id !== hiddenId)
  const hold = (): void => {
    setHeld((before) => before ?? shown)
  }

  return (
    <section
      className="fy-list"
      aria-label={t('region')}
      data-area="list"
      data-flashes={flashes || undefined}
      tabIndex={-1}
    >
      <Tabs
        tab={tab}
        running={running?.length ?? 0}
        capacity={mine?.capacity ?? 0}
        unread={all.filter((row) => row.unread > 0).length}
        onTab={(next) => {
          setHeld(null)
          onTab(next)
        }}
      />
      <div
        className="fy-list-body"
        onPointerEnter={hold}
        onPointerLeave={() => {
          if (!menu) setHeld(null)
        }}
      >
        {latest === undefined ? (
          <Skeleton rows={8} rowHeight={ROW_HEIGHT} avatar />
        ) : rows.length === 0 ? (
          tab === 'in-session' ? (
            <EmptyState icon={Inbox} title={t('empty.in-session')} hint={t('empty.in-sessionHint')}>
              <Button onClick={onShowPool}>{t('empty.showPool')}</Button>
            </EmptyState>
          ) : (
            <EmptyState icon={MessagesSquare} title={t('empty.all')} hint={t('empty.allHint')} />
          )
        ) : (
          <VirtualRows
            label={t(`tab.${tab}`)}
            rows={rows}
            newcomers={newcomers}
            openId={openId}
            activeId={activeId}
            waitingLimitMs={organization?.organization.waitingLimitMs ?? 0}
            entryNames={new Map(organization?.widgets.map(({ id, name }) => [id, name]))}
            onActive={setActiveId}
            onNear={onNear}
            onOpen={(id) => {
              setActiveId(id)
              onOpen(id)
            }}
            onMenu={(row, at) => {
              hold()
              setMenu({ row, ...at })
            }}
          />
        )}
        {changed > 0 ? (
          <button
            type="button"
            className="fy-list-changed"
            onClick={() => {
              setHeld(all)
            }}
          >
            {t('changed', { count: changed })}
          </button>
        ) : null}
      </div>
      {menu ? (
        <RowMenu
          at={menu}
          onPin={onPin}
          onRemove={onRemove}
          onRemark={me?.permissions.includes('remark.private') ? setRemarking : null}
          onBlock={(row, name) => {
            setBlocking({ row, name })
          }}
          onClose={() => {
            setMenu(null)
            setHeld(null)
            focusRow(menu.row.id)
          }}
        />
      ) : null}
      {remarking ? (
        <RemarkDialog
          customerId={remarking.customerId}
          name={nameOf(remarking.publicName ?? remarking.customerName, remarking.customerNumber)}
          remark={remarking.publicName === null ? '' : remarking.customerName}
          onClose={() => {
            setRemarking(null)
            focusRow(remarking.id)
          }}
        />
      ) : null}
      {blocking ? (
        <BlockForMeDialog
          customerId={blocking.row.customerId}
          name={blocking.name}
          onClose={() => {
            setBlocking(null)
            focusRow(blocking.row.id)
          }}
        />
      ) : null}
    </section>
  )
}

const EMPTY: readonly ConversationRow[] = []

/** The menu lay over the row; the keyboard goes on where it was. */
const focusRow = (id: ConversationId): void => {
  document.getElementById(`conversation-${id}`)?.focus()
}
