import { useEffect, useRef, useState, type ReactNode } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, ErrorLine } from '../../ui/index.ts'
import { SaveWaits } from './SaveWaits.tsx'
import type { Editor } from './useEditor.ts'
import type { Save } from './useSave.ts'

export interface EditorDialogProps<Seen, Form> {
  readonly title: string
  readonly width: number
  readonly editor: Editor<Seen, Form>
  /** The sentence for what keeps it from being saved; it is said once saving was tried. */
  readonly problem: string | null
  /** Absent: nothing is saved yet, what was typed is taken over by the page below. */
  readonly save?: Pick<Save, 'busy' | 'failure' | 'conflict' | 'forget'>
  /** What holds now: shown, or saved over, when somebody else was faster. */
  readonly held?: Seen
  /** A step before the last one: the button leads on instead of saving. */
  readonly next?: (() => void) | null
  /** Back to the step before. */
  readonly back?: (() => void) | null
  /** At the beginning of the foot. */
  readonly aside?: ReactNode
  /** Beside a failure that is no conflict. */
  readonly recovery?: ReactNode
  readonly onSave: (seen: Seen) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Something of the account center that is edited above its page; what was typed is lost by a clear answer only. */
export const EditorDialog = <Seen, Form>(props: EditorDialogProps<Seen, Form>) => {
  const { title, width, editor, onClose, children } = props
  const { touched, leaving, setLeaving } = editor
  const leave = (): void => {
    if (leaving || !touched) onClose()
    else setLeaving(true)
  }
  return (
    <Dialog
      title={title}
      width={width}
      onClose={leave}
      footer={
        leaving ? (
          <Leaving
            onStay={() => {
              setLeaving(false)
            }}
            onDiscard={onClose}
          />
        ) : (
          <>
            <Wrong {...props} />
            <Foot {...props} onLeave={leave} />
          </>
        )
      }
    >
      {children}
    </Dialog>
  )
}

/** In the foot, so that it is in sight however far the form was scrolled. */
const Wrong = <Seen, Form>({
  editor,
  problem,
  save,
  held,
  recovery,
  onSave,
}: EditorDialogProps<Seen, Form>) => {
  const { t } = useTranslation('accountCenter')
  if (editor.tried && problem !== null) return <ErrorLine text={problem} />
  if (!save?.failure) return null
  return (
    <ErrorLine text={save.failure}>
      {save.conflict && held ? (
        <>
          <Button
            onClick={() => {
              editor.restart(held)
              save.forget()
            }}
          >
            {t('showTheirs')}
          </Button>
          <Button
            onClick={() => {
              editor.rebase(held)
              onSave(held)
            }}
          >
            {t('saveMine')}
          </Button>
        </>
      ) : (
        recovery
      )}
    </ErrorLine>
  )
}

/** Asked once, when there is something to lose. */
const Leaving = ({ onStay, onDiscard }: { readonly onStay: () => void; readonly onDiscard: () => void }) => {
  const { t } = useTranslation('accountCenter')
  const foot = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    // The button that was pressed is gone; whoever is still in a field stays there.
    if (document.activeElement === document.body) foot.current?.querySelector('button')?.focus()
  }, [])
  return (
    <>
      <span className="fy-grow" role="alert">
        {t('unsaved')}
      </span>
      <span ref={foot} className="fy-center-answers">
        <Button onClick={onStay}>{t('goOn')}</Button>
        <Button kind="danger" onClick={onDiscard}>
          {t('discard')}
        </Button>
      </span>
    </>
  )
}

type FootProps<Seen, Form> = EditorDialogProps<Seen, Form> & { readonly onLeave: () => void }

const Foot = <Seen, Form>({
  editor,
  problem,
  save,
  next,
  back,
  aside,
  onSave,
  onLeave,
}: FootProps<Seen, Form>) => {
  const { t } = useTranslation('accountCenter')
  const [end, lead] = useLead()
  const finish = (): void => {
    editor.markTried()
    if (problem === null) onSave(editor.seen)
    else lead()
  }
  return (
    <>
      <span ref={end} hidden />
      {aside ? (
        <>
          {aside}
          <span className="fy-grow" />
        </>
      ) : null}
      {save?.busy ? <SaveWaits /> : null}
      <Button onClick={onLeave}>{t('cancel')}</Button>
      {back ? <Button onClick={back}>{t('previous')}</Button> : null}
      <Button
        kind="primary"
        disabled={save?.busy ?? false}
        aria-busy={save?.busy ?? false}
        onClick={next ?? finish}
      >
        {t(next ? 'next' : save ? 'save' : 'take')}
      </Button>
    </>
  )
}

/** Leads to the first field that is wrong, which may be far above the button; each time that saving was tried. */
const useLead = () => {
  const end = useRef<HTMLSpanElement>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries > 0)
      end.current?.closest('dialog')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  const lead = (): void => {
    setTries((before) => before + 1)
  }
  return [end, lead] as const
}
