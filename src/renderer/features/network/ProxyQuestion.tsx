import { useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine, Field } from '../../ui/index.ts'
import { answerProxy, useShell } from '../shell/index.ts'

import './network.css'

/** Asks who this is for a proxy that wants to know; everything that goes through it waits for the answer. */
export const ProxyQuestion = () => {
  const { proxyAsks } = useShell()
  // Asked again, it begins anew.
  return proxyAsks ? <Question key={proxyAsks.asked} {...proxyAsks} /> : null
}

interface QuestionProps {
  readonly proxy: string
  readonly isAgain: boolean
}

const Question = ({ proxy, isAgain }: QuestionProps) => {
  const { t } = useTranslation('network')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  return (
    <Dialog
      title={t('question.title')}
      onClose={() => {
        answerProxy(null)
      }}
    >
      <form
        className="fy-network"
        onSubmit={(event) => {
          event.preventDefault()
          if (name !== '') answerProxy({ name, password })
        }}
      >
        <p>{t('question.text', { proxy })}</p>
        {isAgain ? <ErrorLine text={t('question.again')} /> : null}
        <Field label={t('question.name')}>
          <input
            autoComplete="off"
            maxLength={256}
            value={name}
            spellCheck={false}
            onChange={(event) => {
              setName(event.target.value)
            }}
          />
        </Field>
        <Field label={t('question.password')}>
          <input
            type="password"
            autoComplete="off"
            maxLength={256}
            value={password}
            onChange={(event) => {
              setPassword(event.target.value)
            }}
          />
        </Field>
        <Button kind="primary" type="submit" disabled={name === ''}>
          {t('question.answer')}
        </Button>
      </form>
    </Dialog>
  )
}
