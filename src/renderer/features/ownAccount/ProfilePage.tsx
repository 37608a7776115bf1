import { useState } from 'react'

import type { Agent } from '../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, Button, ErrorLine, Field, Skeleton } from '../../ui/index.ts'

import './ownAccount.css'

/** What colleagues and customers call the agent (R-03-151). */
export const ProfilePage = () => {
  const me = useQuery('account.current', {})?.me
  const organization = useQuery('organization.get', {})
  const agent = organization?.agents.find(({ id }) => id === me?.agentId)
  return agent ? <Card key={agent.id} agent={agent} /> : <Skeleton rows={3} rowHeight={48} />
}

const LONGEST = 64

const Card = ({ agent }: { readonly agent: Agent }) => {
  const { t } = useTranslation('settings')
  const run = useRun()
  const errorText = useErrorText()
  const [name, setName] = useState(agent.name)
  const [outwardName, setOutwardName] = useState(agent.outwardName)
  const [state, setState] = useState<'still' | 'busy' | 'saved'>('still')
  const [failure, setFailure] = useState<string | null>(null)
  const touched = name.trim() !== agent.name || outwardName.trim() !== agent.outwardName
  const save = async (): Promise<void> => {
    setState('busy')
    setFailure(null)
    const saved = await run('agent-profile.save', { name: name.trim(), outwardName: outwardName.trim() })
    setState(saved.ok ? 'saved' : 'still')
    if (!saved.ok) setFailure(errorText(saved.code, saved.details))
  }
  return (
    <form
      className="fy-own-account"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="fy-own-card">
        <Avatar id={agent.id} name={name} size={48} />
        <span>
          {t('profile.account', { account: agent.account })}
          <span className="fy-secondary">{t('profile.number', { number: agent.number })}</span>
        </span>
      </div>
      <div data-setting="name">
        <Field label={t('own.profile.name')} hint={t('profile.nameHint')}>
          <input
            value={name}
            maxLength={LONGEST}
            onChange={({ target: { value } }) => {
              setName(value)
            }}
          />
        </Field>
      </div>
      <div data-setting="outwardName">
        <Field label={t('own.profile.outwardName')} hint={t('profile.outwardNameHint')}>
          <input
            value={outwardName}
            maxLength={LONGEST}
            onChange={({ target: { value } }) => {
              setOutwardName(value)
            }}
          />
        </Field>
      </div>
      {failure === null ? null : <ErrorLine text={failure} />}
      <div>
        <Button
          type="submit"
          kind="primary"
          disabled={!touched || state === 'busy' || name.trim() === '' || outwardName.trim() === ''}
        >
          {t('profile.save')}
        </Button>{' '}
        <span role="status" className="fy-secondary">
          {state === 'saved' && !touched ? t('profile.saved') : ''}
        </span>
      </div>
    </form>
  )
}
