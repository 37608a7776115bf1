import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'

export interface EditorFootProps {
  /** What keeps the reply from being saved, once that was tried. */
  readonly problem: string | null
  readonly refusal: string | null
  /** Somebody else was faster; null: nobody. */
  readonly conflict: { readonly showTheirs: () => void; readonly saveMine: () => void } | null
  /** It was about to be closed with something in it that is not saved. */
  readonly leaving: { readonly goOn: () => void; readonly discard: () => void } | null
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onSave: () => void
}

/** The buttons below the editor, and what is to be said there: it is in sight however far the form was scrolled. */
export const EditorFoot = (props: EditorFootProps) => {
  const { problem, refusal, conflict, leaving, busy, onCancel, onSave } = props
  const { t } = useTranslation('quickReplies')
  if (leaving)
    return (
      <>
        <span className="fy-grow" role="alert">
          {t('unsaved')}
        </span>
        <Button autoFocus onClick={leaving.goOn}>
          {t('goOn')}
        </Button>
        <Button kind="danger" onClick={leaving.discard}>
          {t('discard')}
        </Button>
      </>
    )
  return (
    <>
      {problem ? <ErrorLine text={problem} /> : null}
      {refusal ? (
        <ErrorLine text={refusal}>
          {conflict ? (
            <>
              <Button onClick={conflict.showTheirs}>{t('showTheirs')}</Button>
              <Button onClick={conflict.saveMine}>{t('saveMine')}</Button>
            </>
          ) : null}
        </ErrorLine>
      ) : null}
      <Button onClick={onCancel}>{t('cancel')}</Button>
      <Button kind="primary" disabled={busy} aria-busy={busy} onClick={onSave}>
        {t('save')}
      </Button>
    </>
  )
}
