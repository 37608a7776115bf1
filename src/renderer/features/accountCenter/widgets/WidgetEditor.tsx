import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import type { Widget } from '../../../../protocol/model/index.ts'
import { Button, Dialog, ErrorLine } from '../../../ui/index.ts'
import { isSame } from '../isSame.ts'
import { DetailsStep } from './DetailsStep.tsx'
import { formOf, problemsOf, sidesOf } from './form.ts'
import { PlaceStep } from './PlaceStep.tsx'
import { SpotSketch } from './SpotSketch.tsx'
import { useSaveWidget } from './useSaveWidget.ts'
import { WidgetCode } from './WidgetCode.tsx'

export interface WidgetEditorProps {
  /** As it is now; null makes a new one. */
  readonly widget: Widget | null
  readonly organization: OrganizationView
  readonly makesGroups: boolean
  readonly onClose: () => void
}

/** Makes an entry in three steps, or changes one; what was typed is lost by a clear answer only (R-02-027). */
export const WidgetEditor = ({ widget, organization, makesGroups, onClose }: WidgetEditorProps) => {
  const { t } = useTranslation(['widgets', 'accountCenter'])
  const [seen, setSeen] = useState(widget)
  const [form, setForm] = useState(() => formOf(widget))
  const [step, setStep] = useState<'place' | 'details'>(widget ? 'details' : 'place')
  const [done, setDone] = useState<Widget | null>(null)
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { busy, failure, conflict, save, forget } = useSaveWidget((saved) => {
    if (widget) onClose()
    else setDone(saved)
  })
  const problems = problemsOf(form)
  const change = (more: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...more }))
    setLeaving(false)
  }
  const leave = (): void => {
    if (done || leaving || isSame(form, formOf(seen))) onClose()
    else setLeaving(true)
  }
  const buttons = (): ReactNode => {
    if (done)
      return (
        <Button kind="primary" onClick={onClose}>
          {t('done')}
        </Button>
      )
    if (leaving)
      return (
        <>
          <span className="fy-grow">{t('accountCenter:unsaved')}</span>
          <Button
            onClick={() => {
              setLeaving(false)
            }}
          >
            {t('accountCenter:goOn')}
          </Button>
          <Button kind="danger" onClick={onClose}>
            {t('accountCenter:discard')}
          </Button>
        </>
      )
    return (
      <>
        <Button onClick={leave}>{t('accountCenter:cancel')}</Button>
        {step === 'place' ? (
          <Button
            kind="primary"
            onClick={() => {
              setStep('details')
            }}
          >
            {t('next')}
          </Button>
        ) : (
          <>
            {widget ? null : (
              <Button
                onClick={() => {
                  setStep('place')
                }}
              >
                {t('previous')}
              </Button>
            )}
            <Button
              kind="primary"
              disabled={busy}
              onClick={() => {
                setTried(true)
                if (problems.length === 0) void save(form, seen)
              }}
            >
              {t('accountCenter:save')}
            </Button>
          </>
        )}
      </>
    )
  }
  const title = widget ? t('editNamed', { name: widget.name }) : t('new')
  return (
    <Dialog title={title} width={960} onClose={leave} footer={buttons()}>
      {widget ? null : (
        <ol className="fy-steps">
          {(['place', 'details', 'done'] as const).map((one) => (
            <li key={one} aria-current={one === (done ? 'done' : step) ? 'step' : undefined}>
              {t(`steps.${one}`)}
            </li>
          ))}
        </ol>
      )}
      {done ? (
        <WidgetCode widget={done} />
      ) : step === 'place' ? (
        <PlaceStep form={form} onChange={change} />
      ) : (
        <div className="fy-widget-edit">
          <DetailsStep
            form={form}
            organization={organization}
            makesGroups={makesGroups}
            problems={tried ? problems : []}
            onChange={change}
          />
          <div className="fy-widget-sketches">
            {sidesOf(form).map((side) => (
              <SpotSketch key={side} form={form} side={side} />
            ))}
          </div>
        </div>
      )}
      {tried && !done && problems[0] ? <ErrorLine text={t(`problems.${problems[0]}`)} /> : null}
      {failure ? (
        <ErrorLine text={failure}>
          {conflict && widget ? (
            <>
              <Button
                onClick={() => {
                  setSeen(widget)
                  setForm(formOf(widget))
                  forget()
                }}
              >
                {t('accountCenter:showTheirs')}
              </Button>
              <Button
                onClick={() => {
                  setSeen(widget)
                  void save(form, widget)
                }}
              >
                {t('accountCenter:saveMine')}
              </Button>
            </>
          ) : null}
        </ErrorLine>
      ) : null}
    </Dialog>
  )
}
