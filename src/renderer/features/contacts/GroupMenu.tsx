import type { ContactGroup, ContactGroupId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Menu } from '../../ui/index.ts'

export interface GroupMenuProps {
  /** Of one list. */
  readonly groups: readonly ContactGroup[]
  /** Where the contact is: null in no group, undefined not in the list. */
  readonly at: ContactGroupId | null | undefined
  readonly onFile: (groupId: ContactGroupId | null) => void
  readonly onNewGroup: () => void
  /** Null: what is in this list is not taken out of it. */
  readonly onRemove: (() => void) | null
}

/** Under which group a contact is filed. */
export const GroupMenu = ({ groups, at, onFile, onNewGroup, onRemove }: GroupMenuProps) => {
  const { t } = useTranslation('contacts')
  return (
    <Menu
      sections={[
        {
          key: 'groups',
          title: t('fileIn'),
          items: [
            ...groups.map(({ id, name }) => ({ key: `group:${id}`, label: name, checked: at === id })),
            { key: 'none', label: t('noGroup'), checked: at === null },
          ],
        },
        {
          key: 'more',
          items: [
            { key: 'new', label: t('newGroup') },
            ...(onRemove ? [{ key: 'remove', label: t('unstar'), danger: true }] : []),
          ],
        },
      ]}
      onChoose={(key) => {
        const group = groups.find(({ id }) => key === `group:${id}`)
        if (group) onFile(group.id)
        else if (key === 'none') onFile(null)
        else if (key === 'new') onNewGroup()
        else onRemove?.()
      }}
    />
  )
}
