import { Check, CircleAlert, Copy } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import { useTranslation } from '../translation/index.ts'
import { codeOf } from './errorCodes.ts'

export interface ErrorLineProps {
  /** A sentence: what happened, what is safe, what to do. */
  readonly text: string
  readonly children?: ReactNode
}

/** An error stands where it happened; the code of a refusal can be copied, to ask somebody about it (R-03-202). */
export const ErrorLine = ({ text, children }: ErrorLineProps) => {
  const code = codeOf(text)
  return (
    <div className="fy-error" role="alert">
      <CircleAlert aria-hidden="true" />
      <span>{text}</span>
      {code === undefined ? null : <CopyCode key={code} code={code} />}
      {children}
    </div>
  )
}

const CopyCode = ({ code }: { readonly code: string }) => {
  const { t } = useTranslation('common')
  const [copied, setCopied] = useState(false)
  const label = t(copied ? 'codeCopied' : 'copyCode', { code })
  return (
    <button
      type="button"
      className="fy-error-code"
      aria-label={label}
      data-tip={label}
      onClick={() => {
        void navigator.clipboard.writeText(code).then(() => {
          setCopied(true)
        })
      }}
    >
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
    </button>
  )
}
