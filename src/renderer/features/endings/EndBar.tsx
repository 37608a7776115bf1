import type { KeyboardEvent } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import type { EndSession } from './useEndSession.ts'

/** What has to be asked before the session ends, and why it did not. */
export const EndBar = ({ end }: { readonly end: EndSession }) => {
  const { t } = useTranslation('todos')
  const { t: ofThread } = useTranslation('thread')
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end.endAnyway(true)
    else if (event.key === 'Escape') end.dismiss()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (end.offersRating)
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons in it
      <div className="fy-thread-ask" role="group" aria-label={t('ending.askRating')} onKeyDown={onKeyDown}>
        <span>{t('ending.askRating')}</span>
        <Button
          kind="danger"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter ends without asking (R-03-080)
          autoFocus
          title="Enter"
          onClick={() => {
            end.endAnyway(false)
          }}
        >
          {t('ending.without')}
        </Button>
        <Button
          title="Ctrl+Enter"
          onClick={() => {
            end.endAnyway(true)
          }}
        >
          {t('ending.with')}
        </Button>
        <Button kind="quiet" onClick={end.dismiss}>
          {ofThread('end.keep')}
        </Button>
      </div>
    )
  if (end.asking)
    return (
      <div className="fy-thread-ask" role="alert">
        <span>{ofThread('end.newMessage')}</span>
        <Button
          kind="danger"
          onClick={() => {
            end.endAnyway(false)
          }}
        >
          {ofThread('end.anyway')}
        </Button>
        <Button kind="quiet" onClick={end.dismiss}>
          {ofThread('end.keep')}
        </Button>
      </div>
    )
  return end.failure === null ? null : (
    <div className="fy-thread-ask">
      <ErrorLine text={end.failure}>
        <Button kind="quiet" onClick={end.dismiss}>
          {t('ending.understood')}
        </Button>
      </ErrorLine>
    </div>
  )
}
