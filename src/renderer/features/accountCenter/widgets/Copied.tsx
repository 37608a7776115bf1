import { useState } from 'react'

import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'

export interface CopiedProps {
  readonly label: string
  readonly hint: string
  readonly text: string
}

/** A text to be put somewhere else, with a button that copies it. */
export const Copied = ({ label, hint, text }: CopiedProps) => {
  const { t } = useTranslation('widgets')
  const [done, setDone] = useState(false)
  return (
    <div className="fy-widget-line">
      <h3>{label}</h3>
      <p className="fy-secondary">{hint}</p>
      <code>{text}</code>
      <Button
        aria-label={t('lines.copyNamed', { name: label })}
        onClick={() => {
          void navigator.clipboard.writeText(text).then(() => {
            setDone(true)
          })
        }}
      >
        {t('lines.copy')}
      </Button>
      <span role="status" className="fy-secondary">
        {done ? t('lines.copied') : ''}
      </span>
    </div>
  )
}
