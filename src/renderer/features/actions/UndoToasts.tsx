import { useEffect } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { useKeyLabel } from './bindings.ts'
import { forgetUndo, takeBack, understood, useUndoState } from './undo.ts'
import { useAction } from './useAction.ts'

/** Whose things can be taken back; the stack outlives a look at the account center. */
let owner: string | null = null

/** The only kind of toast there is: what was done last, whether it can be taken back, or why it could not be done. */
export const UndoToasts = ({ agentId }: { readonly agentId: string }) => {
  const { t } = useTranslation('actions')
  const { entries, shown, said } = useUndoState()
  const key = useKeyLabel('undo')
  useAction('undo', entries.length > 0 ? takeBack : null)
  useEffect(() => {
    if (owner !== agentId) forgetUndo()
    owner = agentId
  }, [agentId])
  if (said !== null)
    return (
      <div className="fy-surface fy-toast" role={said.kind === 'failed' ? 'alert' : 'status'}>
        <span>{said.text}</span>
        {said.kind === 'failed' ? (
          <Button kind="quiet" onClick={understood}>
            {t('understood')}
          </Button>
        ) : null}
      </div>
    )
  if (shown === null) return null
  return (
    <div className="fy-surface fy-toast" role="status">
      <span>{shown.text}</span>
      <Button kind="quiet" onClick={takeBack}>
        {t('undo')}
        {key ? <kbd className="fy-key">{key}</kbd> : null}
      </Button>
    </div>
  )
}
