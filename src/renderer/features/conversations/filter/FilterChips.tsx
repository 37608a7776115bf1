import { X } from 'lucide-react'

import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'
import { FILTER_FIELDS, isFiltering, toggleUnread, toggleValue } from '../filters.ts'
import { filterBy, useList } from '../store.ts'
import { useFilterOptions } from './useFilterWords.ts'

/** What the list is filtered by, each to be taken away, with how many match; Esc in it takes all away (R-03-047). */
export const FilterChips = ({ hits }: { readonly hits: number }) => {
  const where = useList((state) => state.where)
  return isFiltering(where) ? <Chips hits={hits} /> : null
}

const Chips = ({ hits }: { readonly hits: number }) => {
  const { t } = useTranslation('conversations')
  const where = useList((state) => state.where)
  const options = useFilterOptions()
  const chips = [
    ...(where.unread ? [{ key: 'unread', text: t('filter.unread'), without: toggleUnread(where) }] : []),
    ...FILTER_FIELDS.flatMap((field) =>
      (where[field] ?? []).map((value) => ({
        key: `${field}:${value}`,
        text: options[field].find(([one]) => one === value)?.[1] ?? value,
        without: toggleValue(where, field, value),
      })),
    ),
  ]
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons in it
    <div
      className="fy-chips"
      role="group"
      aria-label={t('filter.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        filterBy({})
      }}
    >
      {chips.map(({ key, text, without }) => (
        <button
          key={key}
          type="button"
          className="fy-chip"
          aria-label={t('filter.without', { name: text })}
          onClick={() => {
            filterBy(without)
          }}
        >
          <span className="fy-cut">{text}</span>
          <X aria-hidden="true" />
        </button>
      ))}
      <span className="fy-secondary fy-digits" role="status">
        {t('filter.hits', { count: hits })}
      </span>
      <Button
        kind="quiet"
        onClick={() => {
          filterBy({})
        }}
      >
        {t('filter.clear')}
      </Button>
    </div>
  )
}
