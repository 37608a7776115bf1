import { CheckCheck, Pin, SquareCheckBig, Star, Tag, Trash2, X } from 'lucide-react'
import { useRef, useState } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, IconButton } from '../../ui/index.ts'
import { useLayer } from '../actions/index.ts'
import { FavoriteMenu } from '../contacts/index.ts'
import { MarkPicker } from './marks/MarkPicker.tsx'
import { isRunning, starrableOf } from './rowState.ts'
import { pickNone } from './store.ts'
import { useBatchEnd } from './useBatchEnd.ts'
import { useRemoval } from './useRemoval.ts'
import { useRowCommands } from './useRowCommands.ts'

export interface SelectionBarProps {
  readonly rows: readonly ConversationRow[]
  readonly onEditMarks: () => void
}

/** What can be done with several rows together (R-03-042). */
export const SelectionBar = ({ rows, onEditMarks }: SelectionBarProps) => {
  const { t } = useTranslation('conversations')
  const commands = useRowCommands()
  const removal = useRemoval()
  const end = useBatchEnd()
  const bar = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<'favorite' | 'marks' | 'end' | null>(null)
  useLayer(pickNone)
  const [marksAt, setMarksAt] = useState({ x: 0, y: 0 })
  const ids = rows.map(({ id }) => id)
  const customerIds = rows.flatMap(({ customerId }) => customerId ?? [])
  const people = rows.flatMap(starrableOf)
  const pinned = rows.every((row) => row.pinned)
  const running = rows.filter(isRunning)
  const close = (): void => {
    setShown(null)
  }
  const endAll = (): void => {
    close()
    void end(running)
    pickNone()
  }
  return (
    <div ref={bar} className="fy-picked" role="toolbar" aria-label={t('batch.title', { count: rows.length })}>
      <span role="status">{t('batch.title', { count: rows.length })}</span>
      <IconButton
        label={pinned ? t('menu.unpin') : t('menu.pin')}
        onClick={() => {
          commands.pin(ids, !pinned)
        }}
      >
        <Pin />
      </IconButton>
      {people.length > 0 ? (
        <IconButton
          label={t('menu.favorite')}
          onClick={() => {
            setShown('favorite')
          }}
        >
          <Star />
        </IconButton>
      ) : null}
      <IconButton
        label={t('menu.read')}
        onClick={() => {
          commands.markUnread(ids, false)
        }}
      >
        <CheckCheck />
      </IconButton>
      {customerIds.length > 0 ? (
        <IconButton
          label={t('menu.marks')}
          onClick={() => {
            setMarksAt(placeOf(bar.current))
            setShown('marks')
          }}
        >
          <Tag />
        </IconButton>
      ) : null}
      <IconButton
        label={t('menu.remove')}
        disabled={running.length === rows.length}
        onClick={() => {
          removal.several(rows.filter((row) => !isRunning(row)).map(({ id }) => id))
          pickNone()
        }}
      >
        <Trash2 />
      </IconButton>
      {running.length > 0 ? (
        <IconButton
          label={t('batch.end', { count: running.length })}
          onClick={() => {
            if (running.length > 1) setShown('end')
            else endAll()
          }}
        >
          <SquareCheckBig />
        </IconButton>
      ) : null}
      <IconButton label={t('batch.none')} shortcut="Esc" onClick={pickNone}>
        <X />
      </IconButton>
      {shown === 'favorite' ? <FavoriteMenu people={people} anchor={bar} onClose={close} /> : null}
      {shown === 'marks' ? (
        <MarkPicker rows={rows} at={marksAt} onEdit={onEditMarks} onClose={close} />
      ) : null}
      {shown === 'end' ? (
        <Dialog
          title={t('batch.end', { count: running.length })}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{t('cancel')}</Button>
              <Button kind="danger" onClick={endAll}>
                {t('batch.end', { count: running.length })}
              </Button>
            </>
          }
        >
          <p>{t('batch.askEnd', { count: running.length })}</p>
        </Dialog>
      ) : null}
    </div>
  )
}

const placeOf = (element: Element | null): { readonly x: number; readonly y: number } => {
  const box = element?.getBoundingClientRect()
  return { x: box?.left ?? 0, y: box?.bottom ?? 0 }
}
