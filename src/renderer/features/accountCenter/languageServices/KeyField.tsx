import { LANGUAGE_SERVICE_LIMITS } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { Tick } from '../Tick.tsx'
import { problemOf, type ServiceForm } from './form.ts'

export interface KeyFieldProps<Form extends ServiceForm> {
  readonly form: Form
  readonly hasKey: boolean
  /** The stored key would go with the address that is typed. */
  readonly keeps: boolean
  readonly onChange: (form: Form) => void
}

/** What opens a service: it can be given and taken away, and is shown to nobody again. */
export const KeyField = <Form extends ServiceForm>({
  form,
  hasKey,
  keeps,
  onChange,
}: KeyFieldProps<Form>) => {
  const { t } = useTranslation('languageServices')
  return (
    <>
      <Field label={t('key')} hint={t(keeps ? 'keyStored' : hasKey ? 'keyElsewhere' : 'keyHint')}>
        <input
          type="password"
          autoComplete="off"
          value={form.key}
          maxLength={LANGUAGE_SERVICE_LIMITS.key}
          disabled={form.forgetKey}
          aria-invalid={problemOf(form) === 'key'}
          onChange={({ target: { value } }) => {
            onChange({ ...form, key: value })
          }}
        />
      </Field>
      {keeps ? (
        <Tick
          text={t('forgetKey')}
          hint={t('forgetKeyHint')}
          on={form.forgetKey}
          onChange={(forgetKey) => {
            onChange({ ...form, forgetKey, key: '' })
          }}
        />
      ) : null}
    </>
  )
}
