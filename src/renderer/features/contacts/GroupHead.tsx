import { ChevronDown, ChevronRight, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { ContactGroup } from '../../../protocol/model/index.ts'
import { useRun } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Dialog, IconButton, LineButton } from '../../ui/index.ts'
import { GroupDialog } from './GroupDialog.tsx'

export interface GroupHeadProps {
  /** Null: those in no group. */
  readonly group: ContactGroup | null
  readonly count: number
  readonly open: boolean
  readonly onToggle: () => void
}

/** The name of a group with how many are in it; opens and closes it, and changes it. */
export const GroupHead = ({ group, count, open, onToggle }: GroupHeadProps) => {
  const { t } = useTranslation('contacts')
  const run = useRun()
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null)
  const close = (): void => {
    setAsking(null)
  }
  return (
    <div className="fy-contact-head">
      <LineButton aria-expanded={open} onClick={onToggle}>
        {open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
        <span className="fy-cut">{group?.name ?? t('noGroup')}</span>
        <span className="fy-secondary fy-digits">{count}</span>
      </LineButton>
      {group ? (
        <>
          <IconButton
            label={t('rename', { group: group.name })}
            onClick={() => {
              setAsking('rename')
            }}
          >
            <Pencil />
          </IconButton>
          <IconButton
            label={t('remove', { group: group.name })}
            onClick={() => {
              setAsking('remove')
            }}
          >
            <Trash2 />
          </IconButton>
        </>
      ) : null}
      {asking === 'rename' && group ? <GroupDialog list={group.list} group={group} onClose={close} /> : null}
      {asking === 'remove' && group ? (
        <Dialog
          title={t('remove', { group: group.name })}
          width={360}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                kind="danger"
                onClick={() => {
                  close()
                  void run('contact-group.remove', { id: group.id })
                }}
              >
                {t('removeGroup')}
              </Button>
            </>
          }
        >
          <p>{t('removeHint')}</p>
        </Dialog>
      ) : null}
    </div>
  )
}
