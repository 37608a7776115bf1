import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import { movedTo } from '../../../../base/movedTo.ts'
import { textIn } from '../../../../protocol/companyTexts.ts'
import type { CompanyText } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { IconButton, useLanguage } from '../../../ui/index.ts'
import { useOwnLanguage } from '../texts/ownLanguage.ts'

interface Titled {
  readonly id: string
  readonly title: CompanyText
}

export interface EntryListProps<T extends Titled> {
  readonly entries: readonly T[]
  readonly onChange: (entries: T[]) => void
  readonly children: (entry: T) => ReactNode
}

/** Entries in their order, each opened to be edited; moved and taken away with the keyboard too. */
export const EntryList = <T extends Titled>({ entries, onChange, children }: EntryListProps<T>) => {
  const { t } = useTranslation('texts')
  const language = useLanguage()
  const own = useOwnLanguage()
  return (
    <ol className="fy-nav-entries">
      {entries.map((entry, index) => {
        const name = textIn(entry.title, language, own) || t('menu.untitled', { place: index + 1 })
        return (
          <li key={entry.id}>
            <Foldable name={name} isNew={entry.title === ''}>
              {children(entry)}
            </Foldable>
            <div className="fy-nav-moves">
              <IconButton
                label={t('menu.up', { name })}
                disabled={index === 0}
                onClick={() => {
                  onChange([...movedTo(entries, index, index - 1)])
                }}
              >
                <ArrowUp aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('menu.down', { name })}
                disabled={index === entries.length - 1}
                onClick={() => {
                  onChange([...movedTo(entries, index, index + 1)])
                }}
              >
                <ArrowDown aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('menu.removeNamed', { name })}
                onClick={() => {
                  onChange(entries.filter(({ id }) => id !== entry.id))
                }}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

interface FoldableProps {
  readonly name: string
  /** Opened from the start, so that it can be filled in at once. */
  readonly isNew: boolean
  readonly children: ReactNode
}

/** Only what is open is drawn: a menu may have a hundred entries. */
const Foldable = ({ name, isNew, children }: FoldableProps) => {
  const [open, setOpen] = useState(isNew)
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
      }}
    >
      <summary className="fy-cut">{name}</summary>
      {open ? children : null}
    </details>
  )
}
