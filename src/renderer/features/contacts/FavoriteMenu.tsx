import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import type { ContactGroupId, CustomerId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { Button, ErrorLine, Floating } from '../../ui/index.ts'
import { runAction } from '../actions/index.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { GroupMenu } from './GroupMenu.tsx'
import { useFiling } from './useFiling.ts'
import { useStarUndo } from './useStarUndo.ts'

export interface FavoriteMenuProps {
  /** One or several contacts that are filed together. */
  readonly customerIds: readonly CustomerId[]
  readonly anchor:
    | RefObject<HTMLElement | null>
    | { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  readonly onClose: () => void
}

/** Into which favourite group contacts go, an existing one or one made on the spot; or out of the favourites (R-03-058). */
export const FavoriteMenu = ({ customerIds, anchor, onClose }: FavoriteMenuProps) => {
  const { t } = useTranslation('contacts')
  const filed = useQuery('contacts.filed', {})
  const filing = useFiling()
  const offerBack = useStarUndo()
  const [naming, setNaming] = useState(false)
  const [busy, setBusy] = useState(false)
  const groups = filed?.groups.filter(({ list }) => list === 'favorites') ?? []
  const contacts = filed?.contacts.filter(
    (one) => one.list === 'favorites' && customerIds.includes(one.customerId),
  )
  const same = new Set(contacts?.map(({ groupId }) => groupId))
  const settle = async (
    each: (id: CustomerId) => Promise<boolean>,
    to: ContactGroupId | null | undefined,
  ): Promise<void> => {
    setBusy(true)
    const done = await Promise.all(customerIds.map(each))
    setBusy(false)
    if (!done.every(Boolean)) return
    offerBack(customerIds, filed?.contacts, to)
    onClose()
  }
  const fileInto = (groupId: ContactGroupId | null): void => {
    void settle(async (id) => filing.file('favorites', id, groupId), groupId)
  }
  if (naming) return <GroupDialog list="favorites" group={null} onSaved={fileInto} onClose={onClose} />
  return (
    <Floating anchor={anchor} role="menu" label={t('star')} side="below" align="start" onClose={onClose}>
      <GroupMenu
        groups={groups}
        at={same.size === 1 && contacts?.length === customerIds.length ? [...same][0] : undefined}
        onFile={(groupId) => {
          if (!busy) fileInto(groupId)
        }}
        onNewGroup={() => {
          setNaming(true)
        }}
        onRemove={
          contacts?.length
            ? () => {
                void settle(async (id) => filing.unstar(id), undefined)
              }
            : null
        }
      />
      {filing.failure ? (
        <ErrorLine text={filing.failure.text}>
          {filing.failure.full ? (
            <Button
              onClick={() => {
                onClose()
                runAction('contacts')
              }}
            >
              {t('showFavorites')}
            </Button>
          ) : null}
          <Button onClick={filing.dismiss}>{t('understood')}</Button>
        </ErrorLine>
      ) : null}
    </Floating>
  )
}
