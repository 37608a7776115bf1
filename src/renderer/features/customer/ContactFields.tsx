import { Mail, Phone, Plus } from 'lucide-react'
import { useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import { CONTACT_VALUES_LIMIT } from '../../../protocol/model/limits.ts'
import { useTranslation } from '../../translation/index.ts'
import { serverNow } from '../../ui/index.ts'
import { canCall } from '../shell/index.ts'
import { problemIn, problemText } from './checks.ts'
import { EditableField } from './EditableField.tsx'
import { FieldHistory } from './FieldHistory.tsx'
import { ProfileField } from './ProfileField.tsx'
import { fieldsWith, type Profile } from './useProfile.ts'

/** How each of the two is written, called and reached. */
const KINDS = {
  phone: { list: 'phones', max: 32, inputMode: 'tel', scheme: 'tel:', Icon: Phone },
  email: { list: 'emails', max: 128, inputMode: 'email', scheme: 'mailto:', Icon: Mail },
} as const

export interface ContactFieldsProps {
  readonly kind: keyof typeof KINDS
  readonly view: ConversationView
  readonly profile: Profile
}

/** The main value of a kind of contact, and further ones below it (R-05-043). */
export const ContactFields = ({ kind, view, profile }: ContactFieldsProps) => {
  const { t } = useTranslation('customer')
  const [adding, setAdding] = useState(false)
  const { list, max, inputMode } = KINDS[kind]
  const { customer } = view
  const others = customer.details?.[list] ?? []
  const saveOthers = async (next: readonly string[]) => {
    const outcome = await profile.save(list, others, fieldsWith(list, next.filter(Boolean)))
    if (outcome.ok) setAdding(false)
    return outcome
  }
  const other = (value: string, index: number) => (
    <EditableField
      key={index}
      id={`${customer.id} ${list} ${index}`}
      label={t('another', { name: t(kind) })}
      value={value}
      placeholder={t(`add.${kind}`)}
      maxLength={max}
      inputMode={inputMode}
      editable={profile.editable}
      check={(text) => problemText(problemIn(list, text, serverNow()), t)}
      tools={value === '' ? null : <Reach kind={kind} value={value} />}
      onSave={(text) => saveOthers(index < others.length ? others.with(index, text) : [...others, text])}
    />
  )
  const full = others.length + 1 >= CONTACT_VALUES_LIMIT
  return (
    <>
      <ProfileField
        view={view}
        profile={profile}
        field={kind}
        label={t(kind)}
        placeholder={t(`add.${kind}`)}
        maxLength={max}
        inputMode={inputMode}
        tools={customer[kind] === '' ? null : <Reach kind={kind} value={customer[kind]} />}
      />
      {others.map(other)}
      {adding ? other('', others.length) : null}
      {profile.editable && !adding && !full && customer[kind] !== '' ? (
        <div className="fy-edit">
          <dt />
          <dd className="fy-edit-line">
            <button
              type="button"
              className="fy-field-add"
              onClick={() => {
                setAdding(true)
              }}
            >
              <Plus aria-hidden="true" /> {t('another', { name: t(kind) })}
            </button>
            <FieldHistory
              conversationId={view.conversation.id}
              field={list}
              label={t('another', { name: t(kind) })}
            />
          </dd>
        </div>
      ) : null}
    </>
  )
}

/** Calls or writes with what this computer has for it (R-03-124). */
const Reach = ({ kind, value }: { readonly kind: keyof typeof KINDS; readonly value: string }) => {
  const { t } = useTranslation('customer')
  const { scheme, Icon } = KINDS[kind]
  const label = t(`reach.${kind}`, { value })
  if (kind === 'phone' && !canCall()) return null
  const address = kind === 'phone' ? value.replaceAll(/[^\d+]/gu, '') : encodeURIComponent(value)
  return (
    <a
      className="fy-icon-button fy-edit-tool"
      href={`${scheme}${address}`}
      aria-label={label}
      data-tip={label}
      target="_blank"
      rel="noopener noreferrer"
    >
      <Icon aria-hidden="true" />
    </a>
  )
}
