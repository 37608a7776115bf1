import { Trash2 } from 'lucide-react'
import { useState } from 'react'

import { LIST_FILTER_LIMITS } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, ErrorLine, IconButton } from '../../../ui/index.ts'
import { useAgentSetting } from '../../settings/index.ts'
import { isFiltering, nameProblem } from '../filters.ts'
import { filterBy, useList } from '../store.ts'

/** Filters called by their names, on every device of the agent (R-03-048). */
export const SavedFilters = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('conversations')
  const { value: saved, save } = useAgentSetting('listFilters')
  const where = useList((state) => state.where)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const problem = nameProblem(saved, name)
  return (
    <div className="fy-filter-saved">
      {saved.map((one) => (
        <div key={one.name}>
          <Button
            kind="quiet"
            onClick={() => {
              filterBy(one.filter)
              onClose()
            }}
          >
            {one.name}
          </Button>
          <IconButton
            label={t('filter.forget', { name: one.name })}
            onClick={() => {
              save(saved.filter((other) => other !== one))
            }}
          >
            <Trash2 />
          </IconButton>
        </div>
      ))}
      {isFiltering(where) ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            setTried(problem !== null)
            if (problem) return
            save([...saved, { name: name.trim(), filter: where }])
            setName('')
          }}
        >
          <input
            aria-label={t('filter.name')}
            placeholder={t('filter.name')}
            maxLength={LIST_FILTER_LIMITS.name}
            value={name}
            onChange={({ target }) => {
              setName(target.value)
            }}
          />
          <Button type="submit">{t('filter.save')}</Button>
        </form>
      ) : null}
      {tried && problem ? <ErrorLine text={t(`filter.problems.${problem}`)} /> : null}
    </div>
  )
}
