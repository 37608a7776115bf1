import { useId, useState, type KeyboardEvent } from 'react'

import type { QuickReplyView } from '../../../client/api.ts'
import { byUse, findReplies } from '../../../domain/quickReplies/findReplies.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, ErrorLine, Segments, Skeleton } from '../../ui/index.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { LibraryMenu } from './LibraryMenu.tsx'
import { ReplyEditor } from './ReplyEditor.tsx'
import { ReplyGrid } from './ReplyGrid.tsx'
import { ReplyMenu, type ReplyMenuAt } from './ReplyMenu.tsx'
import { libraryOf, useLibraries, type LibraryName } from './useLibraries.ts'

import './quickReplies.css'

export interface QuickReplyPanelProps {
  readonly onInsert: (reply: QuickReplyView) => void
  /** Null: nothing can be sent here now. By pointer: the first of the two clicks has inserted it. */
  readonly onSend: ((reply: QuickReplyView, byPointer: boolean) => void) | null
  /** By key, the panel has done its work. */
  readonly onClose: () => void
}

type Shown = 'all' | LibraryName | 'used'

type Open =
  | { readonly what: 'edit'; readonly reply: QuickReplyView | null; readonly library: LibraryName }
  | { readonly what: 'import'; readonly library: LibraryName }

/**
 * Both libraries: found by words or initials, in their groups or the most used first.
 *
 * A click inserts and leaves the panel open, a double click sends; Enter inserts, Ctrl+Enter sends.
 */
export const QuickReplyPanel = ({ onInsert, onSend, onClose }: QuickReplyPanelProps) => {
  const { t } = useTranslation('quickReplies')
  const { mayEdit } = useLibraries()
  const id = useId()
  const replies = useQuery('quick-replies.list', {})
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [active, setActive] = useState(0)
  const [menu, setMenu] = useState<ReplyMenuAt | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  if (!replies) return <Skeleton rows={5} rowHeight={48} />
  const found = findReplies(shownOf(replies, shown), typed)
  const current = Math.min(active, found.length - 1)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const reply = found[current]
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, current - 1))
    else if (event.key === 'Enter' && reply) {
      const sends = event.ctrlKey || event.metaKey
      onClose()
      if (!sends) onInsert(reply)
      else onSend?.(reply, false)
    } else return
    event.preventDefault()
  }

  return (
    <div className="fy-replies">
      <div className="fy-replies-head">
        <input
          className="fy-field"
          role="combobox"
          aria-label={t('search')}
          aria-expanded={found.length > 0}
          aria-haspopup="grid"
          aria-controls={found.length > 0 ? id : undefined}
          aria-activedescendant={found[current] ? `${id}-${found[current].id}` : undefined}
          placeholder={t('searchHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <LibraryMenu
          replies={replies}
          onNew={() => {
            setOpen({ what: 'edit', reply: null, library: shown === 'company' ? 'company' : 'own' })
          }}
          onImport={(library) => {
            setOpen({ what: 'import', library })
          }}
        />
      </div>
      <Segments
        label={t('show')}
        value={shown}
        options={[
          ['all', t('all')],
          ['own', t('own')],
          ['company', t('company')],
          ['used', t('used')],
        ]}
        onChange={(value) => {
          setShown(value)
          setActive(0)
        }}
      />
      {failure ? (
        <ErrorLine text={failure}>
          <Button
            onClick={() => {
              setFailure(null)
            }}
          >
            {t('understood')}
          </Button>
        </ErrorLine>
      ) : null}
      {found.length === 0 ? (
        <EmptyState title={t(typed === '' ? 'none' : 'nothingFound')} hint={t('noneHint')} />
      ) : (
        <ReplyGrid
          id={id}
          found={found}
          active={current}
          grouped={typed === '' && shown !== 'used'}
          onInsert={onInsert}
          onSend={onSend}
          isEditable={(reply) => mayEdit(libraryOf(reply))}
          onMenu={setMenu}
        />
      )}
      {menu ? (
        <ReplyMenu
          at={menu}
          replies={replies}
          onEdit={(reply) => {
            setOpen({ what: 'edit', reply, library: libraryOf(reply) })
          }}
          onFailure={setFailure}
          onClose={() => {
            setMenu(null)
          }}
        />
      ) : null}
      {open?.what === 'edit' ? (
        <ReplyEditor
          reply={open.reply}
          library={open.library}
          onClose={() => {
            setOpen(null)
          }}
        />
      ) : null}
      {open?.what === 'import' ? (
        <ImportDialog
          library={open.library}
          onClose={() => {
            setOpen(null)
          }}
        />
      ) : null}
    </div>
  )
}

const shownOf = (replies: readonly QuickReplyView[], shown: Shown): readonly QuickReplyView[] => {
  switch (shown) {
    case 'all':
      return replies
    case 'used':
      return byUse(replies.filter(({ uses }) => uses > 0))
    case 'own':
    case 'company':
      return replies.filter((reply) => libraryOf(reply) === shown)
  }
}
