import { Plus, X } from 'lucide-react'
import { useRef } from 'react'

import { placeOf, VARIABLES } from '../../../domain/quickReplies/variables.ts'
import { QUICK_REPLY_LIMITS } from '../../../protocol/model/limits.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, IconButton, useLanguage } from '../../ui/index.ts'

export interface TextFieldsProps {
  readonly texts: readonly string[]
  readonly onChange: (texts: string[]) => void
}

/** The messages of a reply, and buttons that put a variable into the one that was written in last. */
export const TextFields = ({ texts, onChange }: TextFieldsProps) => {
  const { t } = useTranslation('quickReplies')
  const language = useLanguage()
  const last = useRef<HTMLTextAreaElement>(null)
  const lastIndex = useRef(0)
  const replace = (index: number, text: string): void => {
    onChange(texts.map((one, at) => (at === index ? text : one)))
  }
  const insert = (place: string): void => {
    const field = last.current
    const index = Math.min(lastIndex.current, texts.length - 1)
    const text = texts[index] ?? ''
    const at = field?.isConnected ? field.selectionStart : text.length
    replace(index, text.slice(0, at) + place + text.slice(field?.isConnected ? field.selectionEnd : at))
    field?.focus()
  }
  return (
    <fieldset className="fy-reply-texts">
      <legend>{t('texts')}</legend>
      {texts.map((text, index) => (
        <div key={index}>
          <textarea
            rows={3}
            value={text}
            aria-label={t('textNumber', { number: index + 1 })}
            aria-invalid={text.trim().length > QUICK_REPLY_LIMITS.text}
            onFocus={({ currentTarget }) => {
              last.current = currentTarget
              lastIndex.current = index
            }}
            onChange={({ target: { value } }) => {
              replace(index, value)
            }}
          />
          <span
            className="fy-secondary fy-digits"
            data-over={text.trim().length > QUICK_REPLY_LIMITS.text || undefined}
          >
            {`${text.trim().length} / ${QUICK_REPLY_LIMITS.text}`}
          </span>
          {texts.length > 1 ? (
            <IconButton
              label={t('removeText', { number: index + 1 })}
              onClick={() => {
                onChange(texts.filter((_text, at) => at !== index))
              }}
            >
              <X />
            </IconButton>
          ) : null}
        </div>
      ))}
      <div className="fy-reply-variables">
        <span className="fy-secondary">{t('variables')}</span>
        {VARIABLES.map((variable) => (
          <Button
            key={variable}
            onClick={() => {
              insert(placeOf(variable, language))
            }}
          >
            {t(`variable.${variable}`)}
          </Button>
        ))}
        <span className="fy-grow" />
        <Button
          kind="quiet"
          disabled={texts.length >= QUICK_REPLY_LIMITS.texts}
          onClick={() => {
            onChange([...texts, ''])
          }}
        >
          <Plus aria-hidden="true" />
          {t('addText')}
        </Button>
      </div>
    </fieldset>
  )
}
