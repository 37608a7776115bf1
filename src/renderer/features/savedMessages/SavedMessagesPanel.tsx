import { Bookmark } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'

import type { SavedMessageRow } from '../../../client/api.ts'
import type { ConversationId, WrittenBody } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState, OverlayPanel, SearchField, Segments, Skeleton } from '../../ui/index.ts'
import { giveBack } from '../composer/index.ts'
import { SavedRow } from './SavedRow.tsx'
import { useRemoving } from './useRemoving.ts'

import './savedMessages.css'

export interface SavedMessagesPanelProps {
  /** What is open; null: nothing to put a favourite into. */
  readonly openId: ConversationId | null
  readonly onOpen: (id: ConversationId, seq?: number | null) => void
  readonly onClose: () => void
}

type Kind = WrittenBody['kind'] | 'all'
const KINDS: readonly Kind[] = ['all', 'text', 'image', 'file']
const PAGE = 30

/** What the agent keeps, the latest first (R-03-153). */
export const SavedMessagesPanel = ({ openId, onOpen, onClose }: SavedMessagesPanelProps) => {
  const { t } = useTranslation('savedMessages')
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Kind>('all')
  const [pages, setPages] = useState(1)
  const answer = useQuery(
    'saved-messages.list',
    { text, kind: kind === 'all' ? null : kind, limit: pages * PAGE },
    { keep: true },
  )
  const { leaving, remove } = useRemoving()
  const all = Math.max(0, (answer?.all ?? 0) - leaving.size)
  const rows = answer?.rows.filter(({ messageId }) => !leaving.has(messageId)) ?? []
  /** Into the field and not straight out: what is sent passes what every answer passes, and can be written on. */
  const use = (to: ConversationId, { body }: SavedMessageRow): void => {
    const isText = body.kind === 'text'
    giveBack(to, { text: isText ? body.text : '', files: isText ? [] : [body], quote: null })
    onClose()
  }
  return (
    <OverlayPanel
      title={t('title')}
      area="saved"
      width={480}
      height={600}
      figures={answer ? t('figures', { count: all }) : ''}
      onClose={onClose}
      reports={
        <div className="fy-saved-bar">
          <SearchField label={t('search')} maxLength={64} value={text} onChange={setText} />
          <Segments
            label={t('kinds.label')}
            value={kind}
            options={KINDS.map((one) => [one, t(`kinds.${one}`)] as const)}
            onChange={setKind}
          />
        </div>
      }
    >
      <div className="fy-saved">
        {answer === undefined ? (
          <Skeleton rows={5} rowHeight={64} avatar />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={Bookmark}
            title={t(all === 0 ? 'empty' : 'nothing')}
            {...(all === 0 && { hint: t('emptyHint') })}
          />
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its buttons
          <ol onKeyDown={walk}>
            {rows.map((row) => (
              <SavedRow
                key={row.messageId}
                row={row}
                onUse={
                  openId
                    ? () => {
                        use(openId, row)
                      }
                    : null
                }
                onOpen={() => {
                  onOpen(row.conversationId, row.seq)
                  onClose()
                }}
                onRemove={() => {
                  remove(row.messageId)
                }}
              />
            ))}
          </ol>
        )}
        {answer && answer.found > answer.rows.length ? (
          <Button
            kind="quiet"
            onClick={() => {
              setPages(pages + 1)
            }}
          >
            {t('more')}
          </Button>
        ) : null}
      </div>
    </OverlayPanel>
  )
}

/** Up and down lead from a row to the first button of the next. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const here = event.target instanceof Element ? event.target.closest('li') : null
  if (by === undefined || !here) return
  const next = by === 1 ? here.nextElementSibling : here.previousElementSibling
  event.preventDefault()
  next?.querySelector<HTMLElement>('.fy-saved-head button')?.focus()
}
