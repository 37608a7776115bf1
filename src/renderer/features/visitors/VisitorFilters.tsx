import type { VisitorRow } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Select } from '../../ui/index.ts'
import {
  filterCount,
  MINUTES,
  NO_VISITOR_FILTER,
  PAGES_SEEN,
  placesOf,
  SOURCES,
  STATES,
  type VisitorFilter,
} from './filters.ts'

export interface VisitorFiltersProps {
  /** Whom there is to choose from. */
  readonly rows: readonly VisitorRow[]
  readonly filter: VisitorFilter
  readonly onFilter: (filter: VisitorFilter) => void
}

/** Narrows the list by source, state, place, time and pages; what is chosen stays in sight. */
export const VisitorFilters = ({ rows, filter, onFilter }: VisitorFiltersProps) => {
  const { t } = useTranslation('visitors')
  return (
    <div className="fy-visitors-filters" role="group" aria-label={t('filters')}>
      <Select
        label={t('column.source')}
        value={filter.source}
        options={[['', t('anySource')], ...SOURCES.map((one) => [one, t(`source.${one}`)] as const)]}
        onChange={(source) => {
          onFilter({ ...filter, source })
        }}
      />
      <Select
        label={t('column.state')}
        value={filter.state}
        options={[['', t('anyState')], ...STATES.map((one) => [one, t(`state.${one}`)] as const)]}
        onChange={(state) => {
          onFilter({ ...filter, state })
        }}
      />
      <Select
        label={t('column.place')}
        value={filter.place}
        options={[['', t('anyPlace')], ...placesOf(rows, filter.place).map((one) => [one, one] as const)]}
        onChange={(place) => {
          onFilter({ ...filter, place })
        }}
      />
      <Select
        label={t('column.time')}
        value={filter.minutes}
        options={[
          [0, t('anyTime')],
          ...MINUTES.map((count) => [count, t('fromMinutes', { count })] as const),
        ]}
        onChange={(minutes) => {
          onFilter({ ...filter, minutes })
        }}
      />
      <Select
        label={t('column.pages')}
        value={filter.pages}
        options={[
          [0, t('anyPages')],
          ...PAGES_SEEN.map((count) => [count, t('fromPages', { count })] as const),
        ]}
        onChange={(pages) => {
          onFilter({ ...filter, pages })
        }}
      />
      {filterCount(filter) > 0 ? (
        <Button
          kind="quiet"
          onClick={() => {
            onFilter(NO_VISITOR_FILTER)
          }}
        >
          {t('clear')}
        </Button>
      ) : null}
    </div>
  )
}
