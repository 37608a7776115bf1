import { ListFilter } from 'lucide-react'

import type { OrganizationView, PoolFilter } from '../../../client/api.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, Field, plainLine, Popover } from '../../ui/index.ts'
import { filterCount, NO_FILTER, sourcesOf } from './filters.ts'

export interface PoolFiltersProps {
  readonly filter: PoolFilter
  readonly organization: OrganizationView | null | undefined
  readonly onFilter: (filter: PoolFilter) => void
}

/** Narrows the pool to a source, a group, an owner. */
export const PoolFilters = ({ filter, organization, onFilter }: PoolFiltersProps) => {
  const { t } = useTranslation('pool')
  const count = filterCount(filter)
  const groups = organization?.groups ?? []
  const agents = (organization?.agents ?? []).filter(({ disabled }) => !disabled)
  return (
    <Popover
      label={t('narrow.title')}
      align="start"
      className="fy-pool-filters"
      trigger={(trigger) => (
        <Button kind="quiet" aria-pressed={count > 0} {...trigger}>
          <ListFilter aria-hidden="true" />
          {count > 0 ? t('narrow.by', { count }) : t('narrow.button')}
        </Button>
      )}
    >
      {(close) => (
        <>
          <SourceField
            chosen={filter.source}
            onChoose={(source) => {
              onFilter({ ...filter, source })
            }}
          />
          <Field label={t('narrow.group')}>
            <select
              value={filter.groupId ?? ''}
              onChange={({ target: { value } }) => {
                onFilter({ ...filter, groupId: groups.find(({ id }) => id === value)?.id ?? null })
              }}
            >
              <option value="">{t('narrow.any')}</option>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t('column.owner')}>
            <select
              value={filter.ownerId ?? ''}
              onChange={({ target: { value } }) => {
                const ownerId =
                  value === 'nobody' ? value : (agents.find(({ id }) => id === value)?.id ?? null)
                onFilter({ ...filter, ownerId })
              }}
            >
              <option value="">{t('narrow.any')}</option>
              <option value="nobody">{t('nobody')}</option>
              {agents.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <Button
            disabled={count === 0}
            onClick={() => {
              onFilter(NO_FILTER)
              close()
            }}
          >
            {t('narrow.clear')}
          </Button>
        </>
      )}
    </Popover>
  )
}

interface SourceFieldProps {
  readonly chosen: string | null
  readonly onChoose: (source: string | null) => void
}

/** The place in the list stands for the source: any text is a source, the empty one too. */
const SourceField = ({ chosen, onChoose }: SourceFieldProps) => {
  const { t } = useTranslation('pool')
  const sources = sourcesOf(useQuery('pool.sources', {}) ?? [], chosen)
  return (
    <Field label={t('column.source')}>
      <select
        value={chosen === null ? '' : String(sources.indexOf(chosen))}
        onChange={({ target: { value } }) => {
          onChoose(value === '' ? null : (sources[Number(value)] ?? null))
        }}
      >
        <option value="">{t('narrow.any')}</option>
        {sources.map((source, index) => (
          <option key={source} value={index}>
            {plainLine(source) || t('direct')}
          </option>
        ))}
      </select>
    </Field>
  )
}
