import { useTranslation } from 'react-i18next'

import type { VisitorRow } from '../../../protocol/model/index.ts'
import { Button } from '../../ui/index.ts'
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
      <select
        aria-label={t('column.source')}
        value={filter.source}
        onChange={({ target: { value } }) => {
          onFilter({ ...filter, source: SOURCES.find((source) => source === value) ?? '' })
        }}
      >
        <option value="">{t('anySource')}</option>
        {SOURCES.map((source) => (
          <option key={source} value={source}>
            {t(`source.${source}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('column.state')}
        value={filter.state}
        onChange={({ target: { value } }) => {
          onFilter({ ...filter, state: STATES.find((state) => state === value) ?? '' })
        }}
      >
        <option value="">{t('anyState')}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(`state.${state}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('column.place')}
        value={filter.place}
        onChange={({ target: { value } }) => {
          onFilter({ ...filter, place: value })
        }}
      >
        <option value="">{t('anyPlace')}</option>
        {placesOf(rows, filter.place).map((place) => (
          <option key={place} value={place}>
            {place}
          </option>
        ))}
      </select>
      <select
        aria-label={t('column.time')}
        value={filter.minutes}
        onChange={({ target: { value } }) => {
          onFilter({ ...filter, minutes: Number(value) })
        }}
      >
        <option value={0}>{t('anyTime')}</option>
        {MINUTES.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('fromMinutes', { count: minutes })}
          </option>
        ))}
      </select>
      <select
        aria-label={t('column.pages')}
        value={filter.pages}
        onChange={({ target: { value } }) => {
          onFilter({ ...filter, pages: Number(value) })
        }}
      >
        <option value={0}>{t('anyPages')}</option>
        {PAGES_SEEN.map((pages) => (
          <option key={pages} value={pages}>
            {t('fromPages', { count: pages })}
          </option>
        ))}
      </select>
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
