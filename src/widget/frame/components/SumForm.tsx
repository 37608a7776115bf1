import { useEffect, useId, useState } from 'preact/hooks'

import type { AskedSum } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'

export interface SumFormProps {
  readonly asked: AskedSum
  readonly onSolve: (sum: number) => void
}

/** Asks whoever was too fast again and again to add two numbers; a screen reader says them as words (R-18-082). */
export const SumForm = ({ asked, onSolve }: SumFormProps) => {
  const { words } = useSpeech()
  const id = useId()
  const [typed, setTyped] = useState('')
  const { first, second, again } = asked
  useEffect(() => {
    setTyped('')
  }, [first, second])
  return (
    <form
      class="banner sum"
      onSubmit={(event) => {
        event.preventDefault()
        if (/^\d{1,2}$/u.test(typed.trim())) onSolve(Number(typed))
      }}
    >
      <div role="alert">
        <label for={id}>
          {again && `${words.sum.wrong} `}
          {words.sum.question(first, second)}
        </label>
      </div>
      <input
        id={id}
        inputMode="numeric"
        autocomplete="off"
        maxLength={2}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
        }}
      />
      <button type="submit" class="text-button">
        {words.sum.goOn}
      </button>
    </form>
  )
}
