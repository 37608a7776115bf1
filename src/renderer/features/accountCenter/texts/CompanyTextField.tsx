import { useId } from 'react'

import { textWidth } from '../../../../base/textWidth.ts'
import { LANGUAGES } from '../../../../protocol/companyTexts.ts'
import type { CompanyText, Language } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'
import { useOwnLanguage } from './ownLanguage.ts'

import './texts.css'

export interface CompanyTextFieldProps {
  readonly label: string
  readonly value: CompanyText
  /** In full-width characters, for each language. */
  readonly limit: number
  /** Lines shown; 1: the text is of one line. */
  readonly rows?: number
  readonly hint?: string
  readonly invalid?: boolean
  readonly onChange: (value: CompanyText) => void
}

/** What customers read: one text for all, or one in each language, with a meter for each (R-18-072). */
export const CompanyTextField = (props: CompanyTextFieldProps) => {
  const { label, value, limit, rows = 2, hint, invalid = false, onChange } = props
  const { t } = useTranslation('texts')
  const own = useOwnLanguage()
  const one = typeof value === 'string'
  return (
    <div className="fy-company-text" role="group" aria-label={label}>
      {one ? (
        <Version
          label={label}
          value={value}
          limit={limit}
          rows={rows}
          invalid={invalid}
          onChange={onChange}
        />
      ) : (
        LANGUAGES.toSorted((a, b) => Number(b === own) - Number(a === own)).map((language) => (
          <Version
            key={language}
            label={t('inLanguage', { label, language: t(`languages.${language}`) })}
            value={value[language]}
            limit={limit}
            rows={rows}
            invalid={invalid && language === own}
            {...(language !== own && { placeholder: value[own] })}
            onChange={(text) => {
              onChange({ ...value, [language]: text })
            }}
          />
        ))
      )}
      <div className="fy-company-text-foot">
        {hint ? <span className="fy-secondary">{hint}</span> : null}
        <span className="fy-grow" />
        <Button
          kind="quiet"
          aria-label={t(one ? 'perLanguageOf' : 'sameForAllOf', { label })}
          onClick={() => {
            onChange(one ? perLanguage(value, own) : value[own] || value[other(own)])
          }}
        >
          {t(one ? 'perLanguage' : 'sameForAll')}
        </Button>
      </div>
    </div>
  )
}

interface VersionProps {
  readonly label: string
  readonly value: string
  readonly limit: number
  readonly rows: number
  readonly invalid: boolean
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}

const Version = ({ label, value, limit, rows, invalid, placeholder, onChange }: VersionProps) => {
  const id = useId()
  const width = Math.ceil(textWidth(value.trim()))
  const shared = { id, value, placeholder, 'aria-invalid': invalid || width > limit }
  return (
    <div className="fy-note-field">
      <label htmlFor={id}>{label}</label>
      <span className="fy-secondary fy-digits">{`${width}/${limit}`}</span>
      {rows === 1 ? (
        <input
          {...shared}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
    </div>
  )
}

const other = (own: Language): Language => (own === 'en' ? 'zh-CN' : 'en')

const perLanguage = (text: string, own: Language): CompanyText => ({ 'zh-CN': '', en: '', [own]: text })
