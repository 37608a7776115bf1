import { Languages } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { IconButton } from '../../ui/index.ts'
import { useKeyLabel } from '../actions/index.ts'

export interface TranslateButtonProps {
  readonly possible: boolean
  readonly onTranslate: () => void
}

/** Puts what was written into the language of the customer (R-14-044). */
export const TranslateButton = ({ possible, onTranslate }: TranslateButtonProps) => {
  const { t } = useTranslation('composer')
  const key = useKeyLabel('translateDraft')
  return (
    <IconButton label={t('translate.button')} shortcut={key} disabled={!possible} onClick={onTranslate}>
      <Languages />
    </IconButton>
  )
}
