import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Agent, AgentGreeting } from '../../../../protocol/model/index.ts'
import { GREETING_TEXT_LIMIT } from '../../../../protocol/model/limits.ts'
import { Button, Dialog, ErrorLine } from '../../../ui/index.ts'
import { isSame } from '../isSame.ts'
import { MemberPicker } from '../MemberPicker.tsx'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { problemOf } from './form.ts'

export interface GreetingEditorProps {
  readonly greeting: AgentGreeting
  /** Those who can be chosen for it. */
  readonly agents: readonly Agent[]
  readonly onDone: (greeting: AgentGreeting) => void
  readonly onClose: () => void
}

/** One greeting: whose it is, and what customers read while they are there and while they are not. */
export const GreetingEditor = ({ greeting, agents, onDone, onClose }: GreetingEditorProps) => {
  const { t } = useTranslation('texts')
  const { t: tCenter } = useTranslation('accountCenter')
  const [form, setForm] = useState(greeting)
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const problem = problemOf(form)
  const change = (more: Partial<AgentGreeting>): void => {
    setForm({ ...form, ...more })
    setLeaving(false)
  }
  const leave = (): void => {
    if (leaving || isSame(form, greeting)) onClose()
    else setLeaving(true)
  }
  return (
    <Dialog
      title={greeting.agentIds.length === 0 ? t('greetings.new') : t('greetings.edit')}
      width={560}
      onClose={leave}
      footer={
        <>
          {leaving ? <span className="fy-grow">{tCenter('unsaved')}</span> : null}
          <Button kind={leaving ? 'danger' : 'plain'} onClick={leave}>
            {leaving ? tCenter('discard') : tCenter('cancel')}
          </Button>
          <Button
            kind="primary"
            onClick={() => {
              setTried(true)
              if (!problem) onDone(form)
            }}
          >
            {t('take')}
          </Button>
        </>
      }
    >
      <div className="fy-group-form">
        <MemberPicker
          label={t('greetings.agents')}
          agents={agents}
          chosen={form.agentIds}
          onChoose={(ids) => {
            change({ agentIds: [...ids] })
          }}
        />
        {KINDS.map((kind) => (
          <CompanyTextField
            key={kind}
            label={t(`greetings.${kind}`)}
            hint={t(`greetings.${kind}Hint`)}
            value={form[kind]}
            limit={GREETING_TEXT_LIMIT}
            rows={2}
            onChange={(text) => {
              change({ [kind]: text })
            }}
          />
        ))}
        {tried && problem ? <ErrorLine text={t(`greetings.problems.${problem}`)} /> : null}
      </div>
    </Dialog>
  )
}

const KINDS = ['online', 'offline'] as const
