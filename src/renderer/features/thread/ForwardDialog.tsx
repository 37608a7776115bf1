import { useRef, useState } from 'react'

import type { ConversationRow } from '../../../client/api.ts'
import { fitsPinyin } from '../../../domain/search/pinyin.ts'
import type { AgentId, ConversationId, Message } from '../../../protocol/model/index.ts'
import { useFormDraft, useQuery } from '../../core/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, Button, Dialog, ErrorLine, SearchField } from '../../ui/index.ts'
import { tellDone } from '../actions/index.ts'
import { useForward } from './useForward.ts'

export interface ForwardDialogProps {
  readonly from: ConversationId
  /** In the order of the thread. */
  readonly messages: readonly Message[]
  readonly onClose: () => void
  readonly onDone: () => void
}

const NOWHERE: { readonly to: readonly ConversationId[] } = { to: [] }
/** To so many at once; and so many are shown, the others are found by their name. */
const MOST = 10
const SHOWN = 100

/** Sends messages on to other conversations: each as if it had been written there, the latest of the list first. */
export const ForwardDialog = ({ from, messages, onClose, onDone }: ForwardDialogProps) => {
  const { t } = useTranslation('thread')
  const nameOf = useCustomerName()
  const me = useQuery('account.current', {})?.me?.agentId ?? null
  const rows = useQuery('conversations.list', { filter: 'all' }) ?? []
  const [search, setSearch] = useState('')
  const { values, change, forget } = useFormDraft(`forward ${from}`, NOWHERE)
  const choices = useRef<HTMLUListElement>(null)
  const forward = useForward()
  const words = search.trim().toLowerCase()
  const named = rows
    .filter((row) => row.id !== from && isOpenTo(row, me))
    .map((row) => ({ row, name: nameOf(row.customerName, row.customerNumber, row.unnamedMembers) }))
  const found = named
    .filter(({ name }) => name.toLowerCase().includes(words) || fitsPinyin(name, words))
    .slice(0, SHOWN)
  // Somebody may have begun to talk to one of them meanwhile.
  const chosen = new Set(values.to.filter((id) => named.some(({ row }) => row.id === id)))
  const full = chosen.size >= MOST
  const close = (): void => {
    forget()
    onClose()
  }
  return (
    <Dialog
      title={t('forward.title', { count: messages.length })}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('forward.cancel')}</Button>
          <Button
            kind="primary"
            disabled={chosen.size === 0 || forward.busy}
            onClick={() => {
              void forward.run(messages, [...chosen]).then((done) => {
                if (!done) return
                forget()
                onDone()
                tellDone(t('forward.done', { count: chosen.size }))
              })
            }}
          >
            {t('forward.send', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <SearchField
        className="fy-forward-search"
        label={t('forward.search')}
        value={search}
        choices={choices}
        onChange={setSearch}
      />
      <ul ref={choices} className="fy-forward" aria-label={t('forward.to')}>
        {found.map(({ row, name }) => (
          <li key={row.id}>
            <label className="fy-forward-row">
              <input
                type="checkbox"
                checked={chosen.has(row.id)}
                disabled={full && !chosen.has(row.id)}
                onChange={({ target }) => {
                  const next = new Set(chosen)
                  if (target.checked) next.add(row.id)
                  else next.delete(row.id)
                  change({ to: [...next] })
                }}
              />
              <Avatar id={row.customerId ?? row.colleagueId ?? row.id} name={name} size={24} />
              <span className="fy-cut">{name}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="fy-secondary">{t('forward.nobody')}</p> : null}
      <p className="fy-secondary">{t('forward.most', { count: MOST })}</p>
      {forward.failure ? <ErrorLine text={forward.failure} /> : null}
    </Dialog>
  )
}

/** Nobody else is talking to them now, and nobody is waited for. */
const isOpenTo = ({ sessionState, handlerId }: ConversationRow, me: AgentId | null): boolean =>
  sessionState === null || sessionState === 'ended' || handlerId === me
