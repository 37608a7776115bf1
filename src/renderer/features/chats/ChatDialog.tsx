import { useId, useRef, useState } from 'react'

import type { AgentId, Chat, ConversationId } from '../../../protocol/model/index.ts'
import { CHAT_LIMITS } from '../../../protocol/model/limits.ts'
import { useFormDraft, useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, Field, SearchField } from '../../ui/index.ts'
import { ColleagueList } from './ColleagueList.tsx'
import { useChatCommands } from './useChatCommands.ts'

export interface ChatDialogProps {
  /** Who comes into this chat; of two colleagues a new one is made with both. Null: a new chat. */
  readonly chat: Chat | null
  readonly onOpen: (id: ConversationId) => void
  readonly onClose: () => void
}

const NOTHING: { readonly chosen: readonly AgentId[]; readonly name: string } = { chosen: [], name: '' }

/** Chooses colleagues for a chat: one makes a direct chat, several an ad-hoc chat (R-09-055). */
export const ChatDialog = ({ chat, onOpen, onClose }: ChatDialogProps) => {
  const { t } = useTranslation('chats')
  const me = useQuery('account.current', {})?.me?.agentId
  const commands = useChatCommands()
  const form = useId()
  const choices = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const { values, change, forget } = useFormDraft(`chat ${chat?.id ?? 'new'}`, NOTHING)
  const { name } = values
  const [busy, setBusy] = useState(false)
  const chosen = new Set(values.chosen)
  const adds = chat?.kind === 'adhoc'
  const already = (chat?.memberIds ?? []).filter((id) => id !== me)
  const count = chosen.size + already.length + 1
  const full = count > CHAT_LIMITS.members
  const ready = chosen.size > 0 && !busy && !full
  const go = async (): Promise<ConversationId | null> => {
    const picked = [...chosen]
    if (chat && adds) return (await commands.invite(chat.id, picked)) ? chat.id : null
    const everybody = [...already, ...picked]
    const [only, second] = everybody
    if (only && !second) return commands.open(only)
    return commands.create(everybody, name)
  }
  const close = (): void => {
    forget()
    onClose()
  }
  const done = async (): Promise<void> => {
    setBusy(true)
    const id = await go()
    setBusy(false)
    if (id === null) return
    close()
    onOpen(id)
  }
  return (
    <Dialog
      title={adds ? t('invite') : t('new')}
      width={420}
      onClose={close}
      footer={
        <>
          <span className="fy-secondary fy-digits fy-grow" role="status">
            {full ? t('full', { limit: CHAT_LIMITS.members }) : t('chosen', { count: chosen.size })}
          </span>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form} disabled={!ready}>
            {adds ? t('invite') : t('start')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="fy-chat-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void done()
        }}
      >
        <SearchField label={t('search')} maxLength={64} value={text} choices={choices} onChange={setText} />
        <div ref={choices} className="fy-chat-choices">
          <ColleagueList
            text={text}
            without={already}
            chosen={chosen}
            onPick={({ id }) => {
              const next = new Set(chosen)
              if (!next.delete(id)) next.add(id)
              change({ chosen: [...next] })
            }}
          />
        </div>
        {!adds && count >= CHAT_LIMITS.least ? (
          <Field label={t('name')}>
            <input
              value={name}
              maxLength={CHAT_LIMITS.name}
              placeholder={t('namePlaceholder')}
              onChange={(event) => {
                change({ name: event.target.value })
              }}
            />
          </Field>
        ) : null}
        {commands.failure ? <ErrorLine text={commands.failure} /> : null}
      </form>
    </Dialog>
  )
}
