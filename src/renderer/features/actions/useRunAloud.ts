import type { ActionArgs, ActionName } from '../../../client/api.ts'
import { useRun } from '../../core/index.ts'
import { useErrorText } from '../../i18n/index.ts'
import { tell } from './undo.ts'

/** Runs something, and says in the toast's place why it could not be done. What is gone by then was done elsewhere. */
export const useRunAloud = () => {
  const run = useRun()
  const errorText = useErrorText()
  return async <N extends ActionName>(name: N, args: ActionArgs<N>): Promise<void> => {
    const answer = await run(name, args)
    if (!answer.ok && answer.code !== 'not-found') tell(errorText(answer.code, answer.details))
  }
}
