import { Star } from 'lucide-react'
import { useRef, useState } from 'react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton } from '../../ui/index.ts'
import { FavoriteMenu } from './FavoriteMenu.tsx'
import { starPlace, type Starrable } from './starred.ts'

import './contacts.css'

/** Beside the name: files the contact into a favourite group (R-02-312). */
export const StarButton = ({ who }: { readonly who: Starrable }) => {
  const { t } = useTranslation('contacts')
  const filed = useQuery('contacts.filed', {})
  const button = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState(false)
  const place = starPlace(filed, who)
  const groupName = filed?.groups.find(({ id }) => id === place)?.name ?? t('noGroup')
  return (
    <>
      <IconButton
        ref={button}
        label={place === undefined ? t('star') : t('starred', { group: groupName })}
        className="fy-star"
        data-on={place !== undefined || undefined}
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
          people={[who]}
          anchor={button}
          onClose={() => {
            setShown(false)
          }}
        />
      ) : null}
    </>
  )
}
