import { ListFilter as FilterIcon } from 'lucide-react'

import { useTranslation } from '../../../translation/index.ts'
import { IconButton, Popover } from '../../../ui/index.ts'
import { isFiltering } from '../filters.ts'
import { useList } from '../store.ts'
import { FilterPanel } from './FilterPanel.tsx'

import './filter.css'

/** At the top right of the list (R-03-045). */
export const FilterButton = () => {
  const { t } = useTranslation('conversations')
  const on = useList(({ where }) => isFiltering(where))
  return (
    <Popover
      label={t('filter.title')}
      align="end"
      className="fy-filter"
      trigger={(trigger) => (
        <IconButton
          label={t('filter.title')}
          data-on={on || undefined}
          className="fy-filter-button"
          {...trigger}
        >
          <FilterIcon />
        </IconButton>
      )}
    >
      {(close) => <FilterPanel onClose={close} />}
    </Popover>
  )
}
