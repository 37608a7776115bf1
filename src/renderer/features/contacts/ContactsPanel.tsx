import { Star, Users } from 'lucide-react'
import { useState } from 'react'

import { inOrder } from '../../../base/inOrder.ts'
import type {
  Agent,
  AgentId,
  ContactList,
  ConversationId,
  StarredColleague,
} from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import {
  Button,
  EmptyState,
  OverlayPanel,
  OverlayReport,
  SearchField,
  Segments,
  Skeleton,
} from '../../ui/index.ts'
import { runAction } from '../actions/index.ts'
import { ColleagueList, useChatCommands } from '../chats/index.ts'
import { AskTransfer, useStart } from '../paths/index.ts'
import { ContactSections } from './ContactSections.tsx'
import { MainFriends } from './MainFriends.tsx'
import { sectionsOf, type ColleaguePerson, type Person } from './sections.ts'
import { useFiling } from './useFiling.ts'

import './contacts.css'

export interface ContactsPanelProps {
  readonly onOpen: (id: ConversationId) => void
  readonly onClose: () => void
}

const EMPTY = { groups: [], contacts: [], colleagues: [] } as const

/** The own address book, to begin to talk to somebody (R-02-296, R-05-001). */
export const ContactsPanel = ({ onOpen, onClose }: ContactsPanelProps) => {
  const { t } = useTranslation(['contacts', 'chats'])
  const [shown, setShown] = useState<ContactList | 'main' | 'colleagues'>('favorites')
  const [text, setText] = useState('')
  const me = useQuery('account.current', {})?.me
  const filed = useQuery('contacts.filed', {}) ?? EMPTY
  const own = useQuery('contacts.own', {})
  const filing = useFiling()
  const starting = useStart((id) => {
    onOpen(id)
    onClose()
  })
  const chats = useChatCommands()
  const openChat = async (agentId: AgentId): Promise<void> => {
    const opened = await chats.open(agentId)
    if (opened === null) return
    onOpen(opened)
    onClose()
  }
  const start = (person: Person): void => {
    if ('agentId' in person) void openChat(person.agentId)
    else if (person.conversationId) void starting.start(person.conversationId)
  }
  const list = shown === 'favorites' ? shown : 'friends'
  const agents = useQuery('organization.get', {})?.agents
  const colleagues = list === 'favorites' ? starredAmong(agents, filed.colleagues) : []
  const people = [...(own?.[list] ?? []), ...colleagues].toSorted((one, other) =>
    inOrder(one.name, other.name),
  )
  const sections = sectionsOf(list, people, filed, text)
  return (
    <OverlayPanel
      title={t('title')}
      area="contacts"
      width={420}
      height={560}
      onClose={onClose}
      bar={
        <SearchField
          className="fy-contacts-search"
          label={t('search')}
          maxLength={64}
          value={text}
          onChange={setText}
        />
      }
      reports={
        <>
          <div className="fy-contacts-lists">
            <Segments
              label={t('lists')}
              value={shown}
              options={[
                ['favorites', t('list.favorites')],
                ['friends', t('list.friends')],
                ['colleagues', t('chats:colleagues')],
                ...(me?.permissions.includes('main-account.friends')
                  ? ([['main', t('list.main')]] as const)
                  : []),
              ]}
              onChange={setShown}
            />
            {shown === 'colleagues' ? (
              <Button
                onClick={() => {
                  onClose()
                  runAction('newChat')
                }}
              >
                {t('chats:new')}
              </Button>
            ) : null}
          </div>
          {starting.refusal ? (
            <OverlayReport text={starting.refusal.text}>
              {starting.refusal.code === 'has-colleague' ? (
                <AskTransfer conversationId={starting.refusal.conversationId} />
              ) : null}
              <Button kind="quiet" onClick={starting.dismiss}>
                {t('understood')}
              </Button>
            </OverlayReport>
          ) : null}
          {chats.failure ? (
            <OverlayReport text={chats.failure}>
              <Button kind="quiet" onClick={chats.dismiss}>
                {t('understood')}
              </Button>
            </OverlayReport>
          ) : null}
          {own?.complete === false && (shown === 'favorites' || shown === 'friends') ? (
            <p className="fy-contacts-known fy-secondary">{t('offlineKnown')}</p>
          ) : null}
          {filing.failure ? (
            <OverlayReport text={filing.failure.text}>
              <Button kind="quiet" onClick={filing.dismiss}>
                {t('understood')}
              </Button>
            </OverlayReport>
          ) : null}
        </>
      }
    >
      <div className="fy-contacts">
        {shown === 'colleagues' ? (
          <ColleagueList
            text={text}
            chosen={null}
            onPick={({ id }) => {
              void openChat(id)
            }}
          />
        ) : shown === 'main' ? (
          <MainFriends text={text.trim()} onOpen={start} />
        ) : own === undefined ? (
          <Skeleton rows={5} rowHeight={40} avatar />
        ) : own === null ? (
          <OverlayReport text={t('offline')} />
        ) : sections.length === 0 ? (
          <EmptyState
            icon={shown === 'favorites' ? Star : Users}
            title={t(text.trim() === '' ? `empty.${shown}` : 'nobody')}
            {...(text.trim() === '' && { hint: t(`emptyHint.${shown}`) })}
          />
        ) : (
          <ContactSections
            key={list}
            list={list}
            sections={sections}
            onOpen={start}
            onFile={(person, groupId) => {
              if ('agentId' in person || list === 'favorites') void filing.star(person, groupId)
              else void filing.fileFriend(person.customerId, groupId)
            }}
            onRemove={
              list === 'favorites'
                ? (person) => {
                    void filing.unstar(person)
                  }
                : null
            }
          />
        )}
      </div>
    </OverlayPanel>
  )
}

const starredAmong = (
  agents: readonly Agent[] | undefined,
  starred: readonly StarredColleague[],
): readonly ColleaguePerson[] =>
  starred.flatMap(({ agentId }) => {
    const agent = agents?.find(({ id }) => id === agentId)
    return agent ? [{ agentId, name: agent.name, number: agent.number }] : []
  })
