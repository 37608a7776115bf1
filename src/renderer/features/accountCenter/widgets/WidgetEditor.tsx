import { useState } from 'react'

import type { OrganizationView } from '../../../../client/api.ts'
import type { Widget } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { useEditor } from '../useEditor.ts'
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
  const { t } = useTranslation('widgets')
  const editor = useEditor(widget, formOf)
  const { form, tried, change } = editor
  const [step, setStep] = useState<'place' | 'details'>(widget ? 'details' : 'place')
  const [done, setDone] = useState<Widget | null>(null)
  const { save, ...state } = useSaveWidget((saved) => {
    if (widget) onClose()
    else setDone(saved)
  })
  const problems = problemsOf(form)
  const [problem] = problems
  const title = widget ? t('editNamed', { name: widget.name }) : t('new')
  const steps = widget ? null : (
    <ol className="fy-steps">
      {(['place', 'details', 'done'] as const).map((one) => (
        <li key={one} aria-current={one === (done ? 'done' : step) ? 'step' : undefined}>
          {t(`steps.${one}`)}
        </li>
      ))}
    </ol>
  )
  if (done) {
    return (
      <Dialog
        title={title}
        width={960}
        onClose={onClose}
        footer={
          <Button kind="primary" onClick={onClose}>
            {t('done')}
          </Button>
        }
      >
        {steps}
        <WidgetCode widget={done} />
      </Dialog>
    )
  }
  // Links and codes stand on no page: there is nothing to sketch.
  const sides = sidesOf(form)
  return (
    <EditorDialog
      title={title}
      width={step === 'details' && sides.length === 0 ? 640 : 960}
      editor={editor}
      problem={problem ? t(`problems.${problem}`) : null}
      save={state}
      held={widget}
      next={
        step === 'place'
          ? () => {
              setStep('details')
            }
          : null
      }
      back={
        step === 'place' || widget
          ? null
          : () => {
              setStep('place')
            }
      }
      onSave={(seen) => {
        void save(form, seen)
      }}
      onClose={onClose}
    >
      {steps}
      {step === 'place' ? (
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
          {sides.length === 0 ? null : (
            <div className="fy-widget-sketches">
              {sides.map((side) => (
                <SpotSketch key={side} form={form} side={side} />
              ))}
            </div>
          )}
        </div>
      )}
    </EditorDialog>
  )
}
