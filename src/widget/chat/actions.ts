import type { Ids } from '../../base/ids.ts'
import type { AgentId, MessageId, WidgetId } from '../../protocol/model/index.ts'
import type { Storage } from '../shared/storage.ts'
import type { Connection } from './connection.ts'
import type { Chat } from './contract.ts'
import { forgetText, keepForm, readForm } from './messageForm.ts'
import type { Requests } from './requests.ts'
import { readAnswers } from './visitorForm.ts'

type Actions = Pick<
  Chat,
  | 'recall'
  | 'leave'
  | 'askPerson'
  | 'judge'
  | 'rate'
  | 'answerOffer'
  | 'addFriend'
  | 'removeFriend'
  | 'choose'
  | 'askRating'
  | 'fillForm'
  | 'leaveMessage'
>

export interface ActionPorts {
  readonly widgetId: string
  readonly storage: Storage
  readonly ids: Ids
  readonly connection: Pick<Connection, 'send'>
  readonly requests: Pick<Requests, 'ask'>
  readonly talkWith: (agentId: AgentId | null) => void
  /** Says hello again, so that the account's conversations are told anew. */
  readonly comeAgain: () => void
  readonly endForm: () => void
}

/** What a customer asks of the server beside writing; each is answered once. */
export const createActions = (ports: ActionPorts): Actions => {
  const { widgetId, storage, ids, connection, requests, talkWith, comeAgain, endForm } = ports
  return {
    recall: async (messageId) => requests.ask('customer.recall', { messageId }, ids.next()),
    leave: () => {
      connection.send({ t: 'command', id: ids.next(), name: 'customer.leave', args: {} })
    },
    askPerson: () => {
      connection.send({ t: 'command', id: ids.next(), name: 'customer.ask-person', args: {} })
    },
    judge: async (seq, helpful) => requests.ask('customer.judge-answer', { seq, helpful }, ids.next()),
    rate: async (sessionId, answers) => requests.ask('customer.rate', { sessionId, answers }, ids.next()),
    answerOffer: async ({ offerId, about, with: agentId }, accept) => {
      const code = await requests.ask('customer.answer-offer', { offerId, accept }, ids.next())
      if (code === null && accept && about !== 'friend') talkWith(agentId)
      else if (code === null && accept && agentId !== null) comeAgain()
      return code
    },
    addFriend: async (who) => {
      const code = await requests.ask('customer.add-friend', { with: who }, ids.next())
      if (code === null && who === 'agent') comeAgain()
      return code
    },
    removeFriend: async () => requests.ask('customer.remove-friend', {}, ids.next()),
    choose: async (entryId) => {
      const code = await requests.ask('customer.choose', { entryId }, ids.next())
      if (code === null) storage.set('talked', '1')
      return code
    },
    askRating: async () => requests.ask('customer.ask-rating', {}, ids.next()),
    fillForm: async () => {
      const { answers, consent } = readAnswers(storage)
      const code = await requests.ask(
        'customer.fill-form',
        { widgetId: widgetId as WidgetId, answers, consent },
        ids.next(),
      )
      if (code === null) endForm()
      return code
    },
    leaveMessage: async () => {
      const { form, id: known } = readForm(storage)
      const id = known ?? ids.next()
      keepForm(storage, { form, id })
      const code = await requests.ask('customer.leave-message', { id: id as MessageId, ...form }, id)
      if (code === null) {
        storage.set('talked', '1')
        forgetText(storage)
      } else if (code !== 'offline') keepForm(storage, { form, id: null })
      return code
    },
  }
}
