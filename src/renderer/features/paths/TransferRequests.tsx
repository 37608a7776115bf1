import { useState } from 'react'

import type { ConversationId, TransferRequest } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useCustomerName, useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'

import './paths.css'

type Answer = 'accept' | 'decline' | 'withdraw'

/** Lines under the top bar: what colleagues ask of this agent, and what came of what the agent asked (R-02-295). */
export const TransferRequests = ({ onOpen }: { readonly onOpen: (id: ConversationId) => void }) => {
  const { t } = useTranslation('paths')
  const run = useRun()
  const errorText = useErrorText()
  const nameOf = useCustomerName()
  const me = useQuery('account.current', {})?.me?.agentId
  const agents = useQuery('organization.get', {})?.agents ?? []
  const requests = useQuery('transfer-requests.list', {}) ?? []
  const [failure, setFailure] = useState<{ readonly id: string; readonly text: string } | null>(null)
  const act = async ({ id }: TransferRequest, answer: Answer): Promise<void> => {
    const done =
      answer === 'withdraw'
        ? await run('transfer-request.withdraw', { id })
        : await run('transfer-request.answer', { id, accept: answer === 'accept' })
    setFailure(done.ok ? null : { id, text: errorText(done.code, done.details) })
  }
  return requests.map((request) => {
    const { id, fromAgentId, toAgentId, state, conversationId, customerName, customerNumber } = request
    const isAsked = toAgentId === me
    const other = isAsked ? fromAgentId : toAgentId
    const words = {
      agent: agents.find((agent) => agent.id === other)?.name ?? '',
      name: nameOf(customerName, customerNumber),
    }
    const button = (answer: Answer, text: string, kind?: 'primary') => (
      <Button
        {...(kind && { kind })}
        onClick={() => {
          void act(request, answer)
        }}
      >
        {text}
      </Button>
    )
    return (
      <div key={id} className="fy-notice fy-path-request" role="status">
        {isAsked ? (
          <>
            <span>{t('request.wanted', words)}</span>
            <Button
              onClick={() => {
                onOpen(conversationId)
              }}
            >
              {t('request.open')}
            </Button>
            {button('accept', t('request.accept'), 'primary')}
            {button('decline', t('request.decline'))}
          </>
        ) : state === 'open' ? (
          <>
            <span>{t('request.waiting', words)}</span>
            {button('withdraw', t('request.withdraw'))}
          </>
        ) : (
          <>
            <span>{t('request.declined', words)}</span>
            {button('withdraw', t('request.understood'))}
          </>
        )}
        {failure?.id === id ? <ErrorLine text={failure.text} /> : null}
      </div>
    )
  })
}
