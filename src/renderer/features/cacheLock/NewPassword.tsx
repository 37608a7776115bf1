import { useTranslation } from '../../translation/index.ts'
import { Field } from '../../ui/index.ts'
import { strengthOf } from './strength.ts'

export interface TypedTwice {
  readonly next: string
  readonly again: string
}

export const NOTHING_TYPED: TypedTwice = { next: '', again: '' }

/** Long enough, and twice the same. */
export const isUsable = ({ next, again }: TypedTwice): boolean =>
  strengthOf(next) !== 'short' && next === again

export interface NewPasswordProps {
  readonly typed: TypedTwice
  readonly onChange: (typed: TypedTwice) => void
}

/** A cache password, typed twice; how good it is stands below it in words. */
export const NewPassword = ({ typed, onChange }: NewPasswordProps) => {
  const { t } = useTranslation('shell')
  const { next, again } = typed
  const isOther = again !== '' && again !== next
  return (
    <>
      {(['next', 'again'] as const).map((name) => (
        <Field key={name} label={t(`cacheLock.${name}`)}>
          <input
            type="password"
            autoComplete="new-password"
            maxLength={256}
            value={typed[name]}
            aria-invalid={name === 'again' && isOther}
            onChange={({ target: { value } }) => {
              onChange({ ...typed, [name]: value })
            }}
          />
        </Field>
      ))}
      <p role="status" className="fy-secondary">
        {isOther ? t('cacheLock.differs') : next === '' ? '' : t(`cacheLock.strength.${strengthOf(next)}`)}
      </p>
    </>
  )
}
