import { useState } from 'react'

import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Field } from '../../ui/index.ts'

const NOTHING = { current: '', next: '', again: '' }
const FIELDS = ['current', 'next', 'again'] as const
/** Like the first one an organisation is made with. */
const SHORTEST = 8

/** Another password; every other device is signed out with it. */
export const PasswordForm = () => {
  const { t } = useTranslation('settings')
  const run = useRun()
  const errorText = useErrorText()
  const [typed, setTyped] = useState(NOTHING)
  const [state, setState] = useState<'still' | 'busy' | 'changed'>('still')
  const [failure, setFailure] = useState<string | null>(null)
  const { current, next, again } = typed
  const problem =
    next === '' ? null : next.length < SHORTEST ? 'short' : again !== '' && again !== next ? 'differs' : null
  const change = async (): Promise<void> => {
    setState('busy')
    setFailure(null)
    const changed = await run('password.change', { current, next })
    setState(changed.ok ? 'changed' : 'still')
    if (changed.ok) setTyped(NOTHING)
    else
      setFailure(
        changed.code === 'wrong-credentials' ? t('password.wrong') : errorText(changed.code, changed.details),
      )
  }
  return (
    <form
      className="fy-own-account"
      data-setting="password"
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <h4>{t('own.security.password')}</h4>
      <p className="fy-secondary">{t('password.about')}</p>
      {FIELDS.map((field) => (
        <Field key={field} label={t(`password.${field}`)}>
          <input
            type="password"
            autoComplete={field === 'current' ? 'current-password' : 'new-password'}
            maxLength={128}
            value={typed[field]}
            aria-invalid={field === 'next' ? problem === 'short' : field === 'again' && problem === 'differs'}
            onChange={({ target: { value } }) => {
              setTyped({ ...typed, [field]: value })
              setState('still')
            }}
          />
        </Field>
      ))}
      {problem === null ? null : <ErrorLine text={t(`password.problems.${problem}`)} />}
      {failure === null ? null : <ErrorLine text={failure} />}
      <div>
        <Button
          type="submit"
          disabled={state === 'busy' || current === '' || next.length < SHORTEST || next !== again}
        >
          {t('password.change')}
        </Button>{' '}
        <span role="status" className="fy-secondary">
          {state === 'changed' ? t('password.changed') : ''}
        </span>
      </div>
    </form>
  )
}
