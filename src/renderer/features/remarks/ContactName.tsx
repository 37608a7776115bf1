import { useState } from 'react'

import type { ConversationView } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useContactName, useCustomerName, useFullName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { RemarkDialog } from './RemarkDialog.tsx'

import './remarks.css'

/** Whom the conversation is with; who may keep private remarks changes their own by a click on the name (R-03-131). */
export const ContactName = ({ view }: { readonly view: ConversationView }) => {
  const { t } = useTranslation('customer')
  const { customer, remark } = view
  const name = useContactName()(view)
  const nameOf = useCustomerName()
  const fullName = useFullName()(
    remark ?? customer.name,
    remark === null ? null : customer.name,
    customer.number,
  )
  const [editing, setEditing] = useState(false)
  const mayRemark = useQuery('account.current', {})?.me?.permissions.includes('remark.private') ?? false
  return (
    <>
      <h2 className="fy-contact-name">
        {mayRemark ? (
          <button
            type="button"
            className="fy-cut"
            title={`${fullName} – ${t('remark.label')}`}
            onClick={() => {
              setEditing(true)
            }}
          >
            {name}
          </button>
        ) : (
          <span className="fy-cut" title={fullName}>
            {name}
          </span>
        )}
      </h2>
      {editing ? (
        <RemarkDialog
          customerId={customer.id}
          name={nameOf(customer.name, customer.number)}
          remark={remark ?? ''}
          onClose={() => {
            setEditing(false)
          }}
        />
      ) : null}
    </>
  )
}
