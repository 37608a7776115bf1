import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine } from '../../ui/index.ts'
import type { Records } from './useRecords.ts'

/** What the search of everybody's records does, and how it stands. */
export const RecordsLine = ({ records }: { readonly records: Records }) => {
  const { t } = useTranslation('search')
  const { hits, busy, failure, search } = records
  return (
    <div className="fy-search-note fy-search-records" role="status">
      {failure ? <ErrorLine text={failure} /> : null}
      <span>{t(busy ? 'records.busy' : `records.${told(hits)}`)}</span>
      {hits || busy ? null : (
        <Button tabIndex={-1} onClick={search}>
          {t('records.search')}
        </Button>
      )}
    </div>
  )
}

const told = (hits: Records['hits']): 'logged' | 'none' | 'noted' => {
  if (!hits) return 'logged'
  return hits.length === 0 ? 'none' : 'noted'
}
