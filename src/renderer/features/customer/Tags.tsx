import { Plus, X } from 'lucide-react'

import type { Tag, TagId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Popover } from '../../ui/index.ts'

export interface TagsProps {
  readonly tagIds: readonly TagId[]
  readonly tags: readonly Tag[]
  readonly editable: boolean
  readonly onChange: (add: TagId[], remove: TagId[]) => void
}

export const Tags = ({ tagIds, tags, editable, onChange }: TagsProps) => {
  const { t } = useTranslation('customer')
  const own = tags.filter(({ id }) => tagIds.includes(id))
  return (
    <div className="fy-tags">
      {own.map((tag) => (
        <span key={tag.id} className="fy-tag" data-color={tag.color}>
          <span className="fy-cut" title={`${tag.groupName} · ${tag.name}`}>
            {tag.name}
          </span>
          {editable ? (
            <button
              type="button"
              aria-label={t('removeTag', { name: tag.name })}
              onClick={() => {
                onChange([], [tag.id])
              }}
            >
              <X aria-hidden="true" />
            </button>
          ) : null}
        </span>
      ))}
      {editable ? (
        <Popover
          label={t('addTag')}
          trigger={(trigger) => (
            <button type="button" className="fy-tag-add" data-tags {...trigger}>
              <Plus aria-hidden="true" /> {t('addTag')}
            </button>
          )}
        >
          {() => <TagChooser tagIds={tagIds} tags={tags} onChange={onChange} />}
        </Popover>
      ) : own.length === 0 ? (
        <span className="fy-secondary">{t('none')}</span>
      ) : null}
    </div>
  )
}

const TagChooser = ({ tagIds, tags, onChange }: Omit<TagsProps, 'editable'>) => {
  const { t } = useTranslation('customer')
  const groups = [...new Set(tags.map(({ groupName }) => groupName))]
  if (tags.length === 0) return <p className="fy-secondary">{t('noTags')}</p>
  return (
    <div className="fy-tag-chooser">
      {groups.map((groupName) => (
        <fieldset key={groupName}>
          <legend className="fy-secondary">{groupName}</legend>
          {tags
            .filter((tag) => tag.groupName === groupName)
            .map((tag) => {
              const on = tagIds.includes(tag.id)
              return (
                <label key={tag.id} className="fy-tag" data-color={tag.color} data-on={on || undefined}>
                  <input
                    type="checkbox"
                    checked={on}
                    onChange={() => {
                      onChange(on ? [] : [tag.id], on ? [tag.id] : [])
                    }}
                  />
                  {tag.name}
                </label>
              )
            })}
        </fieldset>
      ))}
    </div>
  )
}
