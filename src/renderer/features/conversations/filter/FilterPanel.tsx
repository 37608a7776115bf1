import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'
import { FILTER_FIELDS, isFiltering, toggleUnread, toggleValue } from '../filters.ts'
import { filterBy, useList } from '../store.ts'
import { SavedFilters } from './SavedFilters.tsx'
import { useFilterOptions } from './useFilterWords.ts'

/** Chooses what the list shows: "and" between fields, "or" inside one (R-03-046). */
export const FilterPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('conversations')
  const where = useList((state) => state.where)
  const options = useFilterOptions()
  return (
    <>
      <div className="fy-filter-fields">
        <label>
          <input
            type="checkbox"
            checked={where.unread ?? false}
            onChange={() => {
              filterBy(toggleUnread(where))
            }}
          />
          {t('filter.unread')}
        </label>
        {FILTER_FIELDS.filter((field) => options[field].length > 0).map((field) => (
          <fieldset key={field}>
            <legend>{t(`filter.fields.${field}`)}</legend>
            {options[field].map(([value, text]) => (
              <label key={value}>
                <input
                  type="checkbox"
                  checked={(where[field] as readonly string[] | undefined)?.includes(value) ?? false}
                  onChange={() => {
                    filterBy(toggleValue(where, field, value))
                  }}
                />
                <span className="fy-cut">{text}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <SavedFilters onClose={onClose} />
      <Button
        disabled={!isFiltering(where)}
        onClick={() => {
          filterBy({})
          onClose()
        }}
      >
        {t('filter.clear')}
      </Button>
    </>
  )
}
