import type { ReactNode } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import { valueOf } from '../../../domain/customers/fields.ts'
import type { CustomField, FieldKey } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { serverNow } from '../../ui/index.ts'
import { problemIn, problemText } from './checks.ts'
import { EditableField } from './EditableField.tsx'
import { FieldHistory } from './FieldHistory.tsx'
import { fieldsWith, type Profile } from './useProfile.ts'

export interface ProfileFieldProps {
  readonly view: ConversationView
  readonly profile: Profile
  readonly field: FieldKey
  readonly label: string
  readonly placeholder: string
  readonly maxLength: number
  readonly multiline?: boolean
  readonly inputMode?: 'text' | 'tel' | 'email' | 'decimal'
  /** A field that the company made. */
  readonly made?: CustomField
  readonly tools?: ReactNode
}

/** A field of the profile that holds one text, with its last changes. */
export const ProfileField = (props: ProfileFieldProps) => {
  const { view, profile, field, label, placeholder, maxLength, multiline, inputMode, made, tools } = props
  const { t } = useTranslation('customer')
  const value = valueOf(view.customer, field)
  return (
    <EditableField
      id={`${view.customer.id} ${field}`}
      label={label}
      value={typeof value === 'string' ? value : ''}
      placeholder={placeholder}
      maxLength={maxLength}
      {...(multiline && { multiline })}
      {...(inputMode && { inputMode })}
      editable={profile.editable}
      check={(text) => problemText(problemIn(field, text, serverNow(), made), t)}
      tools={
        <>
          {tools}
          <FieldHistory conversationId={view.conversation.id} field={field} label={label} />
        </>
      }
      onSave={(text, was) => profile.save(field, was, fieldsWith(field, text))}
    />
  )
}
