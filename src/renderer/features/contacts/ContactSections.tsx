import { useState } from 'react'

import type { ContactGroupId, ContactList } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { ContactRow } from './ContactRow.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { GroupHead } from './GroupHead.tsx'
import { idOf, type ContactSection, type Person } from './sections.ts'

/** So many are shown of a group at first (R-05-029). */
const FIRST = 100

export interface ContactSectionsProps {
  readonly list: ContactList
  readonly sections: readonly ContactSection[]
  readonly onOpen: (person: Person) => void
  readonly onFile: (person: Person, groupId: ContactGroupId | null) => void
  /** Null: what is in this list is not taken out of it. */
  readonly onRemove: ((person: Person) => void) | null
}

/** One list of the address book under its groups. */
export const ContactSections = ({ list, sections, onOpen, onFile, onRemove }: ContactSectionsProps) => {
  const { t } = useTranslation('contacts')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set())
  const [newFor, setNewFor] = useState<Person | null>(null)
  const groups = sections.flatMap(({ group }) => (group ? [group] : []))
  return (
    <>
      {sections.map(({ group, people }) => {
        const key = group?.id ?? ''
        const open = !closed.has(key)
        return (
          <section key={key} className="fy-contact-section" aria-label={group?.name ?? t('noGroup')}>
            <GroupHead
              group={group}
              count={people.length}
              open={open}
              onToggle={() => {
                setClosed(
                  open ? new Set([...closed, key]) : new Set([...closed].filter((one) => one !== key)),
                )
              }}
            />
            {open ? (
              <ul>
                {(whole.has(key) ? people : people.slice(0, FIRST)).map((person) => (
                  <ContactRow
                    key={('conversationId' in person ? person.conversationId : null) ?? idOf(person)}
                    person={person}
                    onOpen={() => {
                      onOpen(person)
                    }}
                    filing={{
                      groups,
                      at: group?.id ?? null,
                      onFile: (groupId) => {
                        onFile(person, groupId)
                      },
                      onNewGroup: () => {
                        setNewFor(person)
                      },
                      onRemove:
                        onRemove &&
                        (() => {
                          onRemove(person)
                        }),
                    }}
                  />
                ))}
              </ul>
            ) : null}
            {open && !whole.has(key) && people.length > FIRST ? (
              <Button
                kind="quiet"
                onClick={() => {
                  setWhole(new Set([...whole, key]))
                }}
              >
                {t('all', { count: people.length })}
              </Button>
            ) : null}
          </section>
        )
      })}
      {newFor ? (
        <GroupDialog
          list={list}
          group={null}
          onSaved={(groupId) => {
            onFile(newFor, groupId)
          }}
          onClose={() => {
            setNewFor(null)
          }}
        />
      ) : null}
    </>
  )
}
