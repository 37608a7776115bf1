import { MoreHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'

import type { ContactGroup, ContactGroupId } from '../../../protocol/model/index.ts'
import { useCustomerName } from '../../i18n/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Avatar, Floating, IconButton, LineButton } from '../../ui/index.ts'
import { GroupMenu } from './GroupMenu.tsx'
import { idOf, type Person } from './sections.ts'

export interface ContactRowProps {
  readonly person: Person
  readonly onOpen: () => void
  /** Null: this list has no groups. */
  readonly filing: {
    readonly groups: readonly ContactGroup[]
    readonly at: ContactGroupId | null
    readonly onFile: (groupId: ContactGroupId | null) => void
    readonly onNewGroup: () => void
    readonly onRemove: (() => void) | null
  } | null
}

/** Somebody of the address book; a click begins to talk to them. */
export const ContactRow = ({ person, onOpen, filing }: ContactRowProps) => {
  const { t } = useTranslation('contacts')
  const nameOf = useCustomerName()
  const name = 'agentId' in person ? person.name : nameOf(person.name, person.number)
  const button = useRef<HTMLButtonElement>(null)
  const [menu, setMenu] = useState(false)
  const unreachable = 'conversationId' in person && person.conversationId === null
  const close = (): void => {
    setMenu(false)
  }
  return (
    <li className="fy-contact">
      <LineButton disabled={unreachable} onClick={onOpen}>
        <Avatar id={idOf(person)} name={name} size={28} />
        <span className="fy-cut">{name}</span>
        {'agentId' in person ? <span className="fy-secondary">{t('colleague')}</span> : null}
        {unreachable ? <span className="fy-secondary">{t('unreachable')}</span> : null}
      </LineButton>
      {filing ? (
        <IconButton
          ref={button}
          label={t('more', { name })}
          aria-haspopup="menu"
          aria-expanded={menu}
          onClick={() => {
            setMenu(true)
          }}
        >
          <MoreHorizontal />
        </IconButton>
      ) : null}
      {menu && filing ? (
        <Floating anchor={button} role="menu" label={t('fileIn')} side="below" align="end" onClose={close}>
          <GroupMenu
            groups={filing.groups}
            at={filing.at}
            onFile={(groupId) => {
              close()
              filing.onFile(groupId)
            }}
            onNewGroup={() => {
              close()
              filing.onNewGroup()
            }}
            onRemove={
              filing.onRemove &&
              (() => {
                close()
                filing.onRemove?.()
              })
            }
          />
        </Floating>
      ) : null}
    </li>
  )
}
