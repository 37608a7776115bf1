import { Star } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { CustomerId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { IconButton } from '../../ui/index.ts'
import { FavoriteMenu } from './FavoriteMenu.tsx'

import './contacts.css'

/** Beside the name: files the contact into a favourite group (R-02-312). */
export const StarButton = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation('contacts')
  const filed = useQuery('contacts.filed', {})
  const button = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState(false)
  const contact = filed?.contacts.find((one) => one.list === 'favorites' && one.customerId === customerId)
  const groupName = filed?.groups.find(({ id }) => id === contact?.groupId)?.name ?? t('noGroup')
  return (
    <>
      <IconButton
        ref={button}
        label={contact ? t('starred', { group: groupName }) : t('star')}
        className="fy-star"
        data-on={contact !== undefined || undefined}
        aria-haspopup="menu"
        aria-expanded={shown}
        onClick={() => {
          setShown(true)
        }}
      >
        <Star />
      </IconButton>
      {shown ? (
        <FavoriteMenu
          customerIds={[customerId]}
          anchor={button}
          onClose={() => {
            setShown(false)
          }}
        />
      ) : null}
    </>
  )
}
