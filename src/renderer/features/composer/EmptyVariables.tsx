import { useState } from 'react'

import type { Variable, VariableValues } from '../../../domain/quickReplies/variables.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'

export interface EmptyVariablesProps {
  readonly variables: readonly Variable[]
  /** What stands for each; an empty one is left out of the text. */
  readonly onSend: (values: VariableValues) => void
  readonly onBack: () => void
}

/** Asked before a text goes out with a variable nobody knows the value of (R-06-103). */
export const EmptyVariables = ({ variables, onSend, onBack }: EmptyVariablesProps) => {
  const { t } = useTranslation('composer')
  const { t: ofReplies } = useTranslation('quickReplies')
  const [values, setValues] = useState<VariableValues>({})
  const send = (): void => {
    onSend(Object.fromEntries(variables.map((variable) => [variable, (values[variable] ?? '').trim()])))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the fields inside
    <div
      className="fy-composer-lock"
      role="group"
      aria-label={t('emptyVariables')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        if (event.key === 'Escape') onBack()
        // The form around it would send the text as it is.
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) send()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <span>{t('emptyVariables')}</span>
      {variables.map((variable, index) => (
        <input
          key={variable}
          className="fy-tray-alt"
          autoFocus={index === 0}
          aria-label={ofReplies(`variable.${variable}`)}
          placeholder={ofReplies(`variable.${variable}`)}
          value={values[variable] ?? ''}
          onChange={({ target: { value } }) => {
            setValues({ ...values, [variable]: value })
          }}
        />
      ))}
      <Button onClick={onBack}>{t('back')}</Button>
      <Button kind="primary" onClick={send}>
        {t('send')}
      </Button>
    </div>
  )
}
