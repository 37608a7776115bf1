import { useState } from 'react'

import type { OrganizationView, QueryResult } from '../../../../client/api.ts'
import type { CustomRouter, RouterDecision } from '../../../../protocol/model/index.ts'
import { useAsk } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Dialog, ErrorLine, Field } from '../../../ui/index.ts'

export interface RouterTryProps {
  readonly router: CustomRouter
  readonly organization: OrganizationView
  readonly onClose: () => void
}

/** Asks the router about a customer who is not there, and shows what was sent, what came back and what it would mean. */
export const RouterTry = ({ router, organization, onClose }: RouterTryProps) => {
  const { t } = useTranslation('routers')
  const ask = useAsk()
  const widget = organization.widgets.find(({ routerId }) => routerId === router.id)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  /** Undefined: nothing was tried yet. */
  const [reply, setReply] = useState<QueryResult<'router.try'> | undefined>()
  const attempt = async (): Promise<void> => {
    setBusy(true)
    setReply(await ask('router.try', { routerId: router.id, widgetId: widget?.id ?? null, text }))
    setBusy(false)
  }
  return (
    <Dialog title={t('tryNamed', { name: router.name })} width={720} onClose={onClose}>
      <form
        className="fy-center-fields"
        onSubmit={(event) => {
          event.preventDefault()
          void attempt()
        }}
      >
        <p>{t('tryAbout')}</p>
        <Field label={t('firstMessage')}>
          <input
            value={text}
            maxLength={500}
            onChange={({ target: { value } }) => {
              setText(value)
            }}
          />
        </Field>
        <div>
          <Button type="submit" kind="primary" disabled={busy}>
            {t(busy ? 'asking' : 'ask')}
          </Button>
        </div>
      </form>
      <div role="status" className="fy-router-reply">
        {reply === null ? <ErrorLine text={t('tryFailed')} /> : null}
        {reply ? (
          <>
            <p className="fy-outcome">
              {reply.decision
                ? meaningOf(reply.decision)
                : t('tryProblem', { problem: t(`problems.${reply.problem ?? 'invalid'}`) })}
            </p>
            <p className="fy-secondary">{t('took', { ms: reply.ms, limit: router.limitMs })}</p>
            <Field label={t('answer')}>
              <textarea readOnly rows={4} value={reply.answer || t('noAnswer')} />
            </Field>
            <Field label={t('request')}>
              <textarea readOnly rows={8} value={indented(reply.request)} />
            </Field>
          </>
        ) : null}
      </div>
    </Dialog>
  )

  function meaningOf(decision: RouterDecision): string {
    switch (decision.decision) {
      case 'agent':
        return named('agent', organization.agents.find(({ id }) => id === decision.id)?.name)
      case 'group':
        return named('group', organization.groups.find(({ id }) => id === decision.id)?.name)
      case 'bot':
        return named('bot', organization.bots.find(({ id, on }) => on && id === decision.id)?.name)
      case 'pool':
      case 'leave-message':
      case 'default':
        return t(`means.${decision.decision}`)
    }
  }

  function named(kind: 'agent' | 'group' | 'bot', name: string | undefined): string {
    return name === undefined
      ? t('tryProblem', { problem: t('problems.unknown-id') })
      : t(`means.${kind}`, { name })
  }
}

const indented = (json: string): string => JSON.stringify(JSON.parse(json), null, 2)
