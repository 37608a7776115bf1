import { Plus } from 'lucide-react'

import type { QuickReplyView } from '../../../client/api.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton, Menu, Popover } from '../../ui/index.ts'
import { exportTable, TABLE_FORMATS } from './tableFile.ts'
import { libraryOf, useLibraries, type LibraryName } from './useLibraries.ts'

export interface LibraryMenuProps {
  readonly replies: readonly QuickReplyView[]
  readonly onNew: () => void
  readonly onImport: (library: LibraryName) => void
}

/** New replies: one by hand or many from a file; and a file of what is there. */
export const LibraryMenu = ({ replies, onNew, onImport }: LibraryMenuProps) => {
  const { t } = useTranslation('quickReplies')
  const { mayEdit } = useLibraries()
  const own = replies.filter((reply) => libraryOf(reply) === 'own')
  return (
    <Popover
      label={t('manage')}
      role="menu"
      align="end"
      trigger={(trigger) => (
        <IconButton label={t('manage')} {...trigger}>
          <Plus />
        </IconButton>
      )}
    >
      {(close) => (
        <Menu
          sections={[
            {
              key: 'manage',
              items: [
                { key: 'new', label: t('new') },
                { key: 'own', label: t('import.title.own') },
                ...(mayEdit('company') ? [{ key: 'company', label: t('import.title.company') }] : []),
                ...TABLE_FORMATS.map((format) => ({
                  key: format,
                  label: t('exportOwn', { format: format.toUpperCase() }),
                  disabled: own.length === 0,
                })),
              ],
            },
          ]}
          onChoose={(key) => {
            close()
            const format = TABLE_FORMATS.find((one) => one === key)
            if (key === 'new') onNew()
            else if (format)
              exportTable(format, t('exportName'), [t('group'), t('titleField'), t('text')], own)
            else onImport(key === 'company' ? 'company' : 'own')
          }}
        />
      )}
    </Popover>
  )
}
