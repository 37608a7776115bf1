import { X } from 'lucide-react'
import { useState } from 'react'

import { MACRO_STEP_LIMIT, type Macro } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, IconButton, LineField } from '../../ui/index.ts'
import { misplacedStep, useStepText } from '../macros/index.ts'
import { StepChoice } from './StepChoice.tsx'

const NAME_LIMIT = 20

export interface MacroEditorProps {
  readonly macro: Macro
  readonly onSave: (macro: Macro) => void
  readonly onCancel: () => void
}

/** The name of a macro and its steps, in the order in which they are done. */
export const MacroEditor = ({ macro, onSave, onCancel }: MacroEditorProps) => {
  const { t } = useTranslation('actions')
  const [name, setName] = useState(macro.name)
  const [steps, setSteps] = useState(macro.steps)
  const textOf = useStepText()
  const misplaced = misplacedStep(steps)
  const wrong = misplaced === null ? undefined : steps[misplaced]
  const complete = name.trim() !== '' && name.trim().length <= NAME_LIMIT && steps.length > 0
  return (
    <div className="fy-macro">
      <LineField label={t('macros.name')} value={name} limit={NAME_LIMIT} onChange={setName} />
      <ol aria-label={t('macros.steps')}>
        {steps.map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same step may be there twice
          <li key={index}>
            <span>{textOf(step)}</span>
            <IconButton
              label={t('macros.removeStep', { step: textOf(step) })}
              onClick={() => {
                setSteps(steps.toSpliced(index, 1))
              }}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ol>
      {steps.length < MACRO_STEP_LIMIT ? (
        <StepChoice
          onStep={(step) => {
            setSteps([...steps, step])
          }}
        />
      ) : null}
      {wrong ? <ErrorLine text={t('macros.misplaced', { step: textOf(wrong) })} /> : null}
      <div className="fy-macro-foot">
        <Button
          kind="primary"
          disabled={!complete || wrong !== undefined}
          onClick={() => {
            onSave({ id: macro.id, name: name.trim(), steps })
          }}
        >
          {t('macros.save')}
        </Button>
        <Button onClick={onCancel}>{t('macros.cancel')}</Button>
      </div>
    </div>
  )
}
