import { useState, type RefObject } from 'react'

import type { ContactGroupId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, Floating } from '../../ui/index.ts'
import { runAction } from '../actions/index.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { GroupMenu } from './GroupMenu.tsx'
import { starPlace, type Starrable, type StarPlace } from './starred.ts'
import { useFiling } from './useFiling.ts'
import { useStarUndo } from './useStarUndo.ts'

export interface FavoriteMenuProps {
  /** One or several who are filed together. */
  readonly people: readonly Starrable[]
  readonly anchor:
    | RefObject<HTMLElement | null>
    | { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  readonly onClose: () => void
}

/** Into which favourite group contacts go, an existing one or one made on the spot; or out of the favourites (R-03-058). */
export const FavoriteMenu = ({ people, anchor, onClose }: FavoriteMenuProps) => {
  const { t } = useTranslation('contacts')
  const filed = useQuery('contacts.filed', {})
  const filing = useFiling()
  const offerBack = useStarUndo()
  const [naming, setNaming] = useState(false)
  const [busy, setBusy] = useState(false)
  const groups = filed?.groups.filter(({ list }) => list === 'favorites') ?? []
  const places = people.map((who) => starPlace(filed, who))
  const [first] = places
  const settle = async (each: (who: Starrable) => Promise<boolean>, to: StarPlace): Promise<void> => {
    setBusy(true)
    const done = await Promise.all(people.map(each))
    setBusy(false)
    if (!done.every(Boolean)) return
    offerBack(people, filed, to)
    onClose()
  }
  const fileInto = (groupId: ContactGroupId | null): void => {
    void settle(async (who) => filing.star(who, groupId), groupId)
  }
  if (naming) return <GroupDialog list="favorites" group={null} onSaved={fileInto} onClose={onClose} />
  return (
    <Floating anchor={anchor} role="menu" label={t('star')} side="below" align="start" onClose={onClose}>
      <GroupMenu
        groups={groups}
        at={places.every((place) => place === first) ? first : undefined}
        onFile={(groupId) => {
          if (!busy) fileInto(groupId)
        }}
        onNewGroup={() => {
          setNaming(true)
        }}
        onRemove={
          places.some((place) => place !== undefined)
            ? () => {
                void settle(async (who) => filing.unstar(who), undefined)
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
