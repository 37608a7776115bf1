import { FilterX, Inbox, MessagesSquare } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, ErrorLine, Skeleton } from '../../ui/index.ts'
import { runAction } from '../actions/index.ts'
import { useNewcomers } from '../arrivals/index.ts'
import { usePresence } from '../chats/index.ts'
import { useListPainted } from '../shell/index.ts'
import { ASSISTANT_ID } from './assistant.ts'
import { AssistantHead } from './AssistantHead.tsx'
import { AssistantMenu } from './AssistantMenu.tsx'
import { FilterChips } from './filter/FilterChips.tsx'
import { isFiltering } from './filters.ts'
import { ListHead } from './ListHead.tsx'
import { useMarks } from './marks/useMarks.ts'
import { RowDialogs, type Asking } from './RowDialogs.tsx'
import { RowMenu, type RowChoice, type RowMenuAt } from './RowMenu.tsx'
import { RowsActions } from './RowsActions.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { activate, enterAssistant, filterBy, leaveAssistant, pick, useList } from './store.ts'
import { UnreadMark } from './UnreadMark.tsx'
import { useListArgs } from './useListArgs.ts'
import { forgetListFailure, useListFailure, useRowCommands } from './useRowCommands.ts'
import { useRowParts } from './useRowParts.ts'
import { useRows } from './useRows.ts'
import { useRowHeight, VirtualRows } from './VirtualRows.tsx'

import './conversations.css'

export interface ConversationListProps {
  readonly openId: ConversationId | null
  /** Whoever is given to this agent is shown with a flash. */
  readonly flashes: boolean
  /** The pointer or the keyboard came to a row: it may be opened next. */
  readonly onNear: (id: ConversationId) => void
  readonly onOpen: (id: ConversationId) => void
  /** Opens a conversation to do this there. */
  readonly onOpenTo: (id: ConversationId, what: 'profile' | 'transfer' | 'end') => void
  readonly onRemove: (id: ConversationId, name: string) => void
  readonly onShowPool: () => void
}

/** The agent's conversations, as they chose to see them. */
export const ConversationList = (props: ConversationListProps) => {
  const { openId, flashes, onNear, onOpen, onOpenTo, onRemove, onShowPool } = props
  const { t } = useTranslation(['conversations', 'chats'])
  const nameOf = useCustomerName()
  const choice = useListArgs()
  const { args } = choice
  const { rows, hits, changed, hold, release, showChanges } = useRows(choice, openId)
  const widgets = useQuery('organization.get', {})?.widgets
  const presenceOf = usePresence()
  const running = useQuery('conversations.list', { filter: 'in-session' })
  const newcomers = useNewcomers(running, openId)
  const activeId = useList((state) => state.activeId)
  const picked = useList((state) => state.picked)
  const assistant = useList((state) => state.assistant)
  const parts = useRowParts()
  const marks = useMarks()
  const commands = useRowCommands()
  const failure = useListFailure()
  const [menu, setMenu] = useState<RowMenuAt | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const rowHeight = useRowHeight()
  useListPainted(rows !== undefined)
  const body = useRef<HTMLDivElement>(null)

  const shown = rows?.filter(({ id }) => id !== ASSISTANT_ID) ?? EMPTY
  const pickedRows = shown.filter(({ id }) => picked.has(id))
  const filtering = isFiltering(args.where ?? {})
  const closeMenu = (): void => {
    setMenu(null)
    release()
    if (menu) focusRow(menu.row.id)
  }
  const isEmptied = assistant !== null && rows?.length === 0
  useEffect(() => {
    if (isEmptied) leaveAssistant(ASSISTANT_ID)
  }, [isEmptied])
  const backFromAssistant = (): void => {
    leaveAssistant(ASSISTANT_ID)
    // Its row is there with the next frame.
    requestAnimationFrame(() => {
      focusRow(ASSISTANT_ID)
    })
  }
  const open = (id: ConversationId): void => {
    activate(id)
    if (id === ASSISTANT_ID) enterAssistant(body.current?.querySelector('.fy-rows')?.scrollTop ?? 0)
    else onOpen(id)
  }
  const choose = (what: RowChoice, at: RowMenuAt): void => {
    const { row } = at
    switch (what) {
      case 'pin':
        commands.pin([row.id], !row.pinned)
        break
      case 'unread':
        commands.markUnread([row.id], row.unread === 0)
        break
      case 'profile':
      case 'transfer':
      case 'end':
        onOpenTo(row.id, what)
        break
      case 'remove':
        onRemove(row.id, nameOf(row.customerName, row.customerNumber, row.unnamedMembers))
        break
      case 'clear':
        setAsking({ kind: 'clear' })
        break
      default:
        setAsking({ kind: what, at })
    }
  }

  return (
    <section
      className="fy-list"
      aria-label={t('region')}
      data-area="list"
      data-flashes={flashes || undefined}
      tabIndex={-1}
    >
      <UnreadMark openId={openId} />
      <RowsActions
        rows={shown}
        openId={openId}
        arranged={args.order === 'entry'}
        onMoved={release}
        onAsk={setAsking}
      />
      {assistant ? (
        <AssistantHead onBack={backFromAssistant} />
      ) : (
        <ListHead
          choice={choice}
          unread={shown.filter((row) => row.unread > 0 && row.messageSetting === 'alert').length}
        />
      )}
      <FilterChips hits={hits} />
      {failure ? (
        <ErrorLine text={failure}>
          <Button kind="quiet" onClick={forgetListFailure}>
            {t('understood')}
          </Button>
        </ErrorLine>
      ) : null}
      <div
        ref={body}
        className="fy-list-body"
        onPointerEnter={hold}
        onPointerLeave={() => {
          if (!menu) release()
        }}
      >
        {rows === undefined ? (
          <Skeleton rows={8} rowHeight={rowHeight} avatar />
        ) : rows.length > 0 ? (
          <VirtualRows
            key={assistant ? 'assistant' : 'list'}
            label={
              assistant
                ? t('assistant.title')
                : args.filter === 'in-session'
                  ? t('tab.in-session')
                  : t(`categories.${choice.category}`)
            }
            rows={rows}
            openId={openId}
            newcomers={newcomers}
            activeId={activeId}
            picked={picked}
            parts={parts}
            marks={marks}
            isThere={(id) => presenceOf(id) !== 'offline'}
            entryNames={new Map(widgets?.map(({ id, name }) => [id, name]))}
            onActive={activate}
            onNear={(id) => {
              if (id !== ASSISTANT_ID) onNear(id)
            }}
            onOpen={open}
            onPick={(ids) => {
              pick([...ids].filter((id) => id !== ASSISTANT_ID))
            }}
            onMove={
              args.order === 'entry' && !assistant
                ? (row, index) => {
                    if (row.id === ASSISTANT_ID) return
                    commands.move(rows, row, index)
                    release()
                  }
                : null
            }
            onMenu={(row, at) => {
              hold()
              setMenu({ row, ...at })
            }}
          />
        ) : filtering ? (
          <EmptyState icon={FilterX} title={t('filter.empty')}>
            <Button
              onClick={() => {
                filterBy({})
              }}
            >
              {t('filter.clear')}
            </Button>
          </EmptyState>
        ) : args.filter === 'in-session' ? (
          <EmptyState icon={Inbox} title={t('empty.in-session')} hint={t('empty.in-sessionHint')}>
            <Button onClick={onShowPool}>{t('empty.showPool')}</Button>
          </EmptyState>
        ) : choice.category === 'groups' || choice.category === 'colleagues' ? (
          <EmptyState icon={MessagesSquare} title={t(`empty.${choice.category}`)} hint={t('empty.chatsHint')}>
            <Button
              onClick={() => {
                runAction('newChat')
              }}
            >
              {t('chats:new')}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState icon={MessagesSquare} title={t('empty.all')} hint={t('empty.allHint')}>
            <Button onClick={onShowPool}>{t('empty.showPool')}</Button>
          </EmptyState>
        )}
        {changed > 0 ? (
          <button type="button" className="fy-list-changed" onClick={showChanges}>
            {t('changed', { count: changed })}
          </button>
        ) : null}
      </div>
      {pickedRows.length > 0 ? (
        <SelectionBar
          rows={pickedRows}
          onEditMarks={() => {
            setAsking({ kind: 'editMarks' })
          }}
        />
      ) : null}
      {menu ? (
        menu.row.id === ASSISTANT_ID ? (
          <AssistantMenu at={menu} onClose={closeMenu} />
        ) : (
          <RowMenu at={menu} onChoose={choose} onClose={closeMenu} />
        )
      ) : null}
      {asking ? (
        <RowDialogs
          asking={asking}
          rows={shown}
          onAsk={setAsking}
          onClose={() => {
            // What was asked next stays.
            setAsking((now) => (now === asking ? null : now))
            if ('at' in asking) focusRow(asking.at.row.id)
          }}
        />
      ) : null}
    </section>
  )
}

const EMPTY: readonly ConversationRow[] = []

/** The menu lay over the row; the keyboard goes on where it was. */
const focusRow = (id: ConversationId): void => {
  document.getElementById(`conversation-${id}`)?.focus({ preventScroll: true })
}
