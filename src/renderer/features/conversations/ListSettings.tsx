import { useState } from 'react'

import { LIST_CATEGORIES } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, OrderedTicks } from '../../ui/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { MarkEditor } from './marks/MarkEditor.tsx'

import './categoryBar.css'

/** What the page of the list has beside its rows: which categories there are in which order, and the marks. */
export const ListSettings = () => {
  const { t } = useTranslation(['settings', 'conversations'])
  const { value: chosen, save, locked } = useAgentSetting('listCategories')
  const marks = useAgentSetting('colorMarks').value
  const [editing, setEditing] = useState(false)
  const [refused, setRefused] = useState(false)
  const others = LIST_CATEGORIES.filter((one) => !chosen.includes(one))
  return (
    <>
      <div className="fy-setting" data-setting="categories">
        <div className="fy-setting-name">
          <span>{t('own.list.categories')}</span>
          {refused ? <span role="alert">{t('conversations:categories.least')}</span> : null}
        </div>
        <OrderedTicks
          label={t('own.list.categories')}
          readOnly={locked}
          items={[...chosen, ...others].map((category) => ({
            key: category,
            name: t(`conversations:categories.${category}`),
            on: chosen.includes(category),
            lock: null,
          }))}
          onTick={(key, on) => {
            const next = on ? LIST_CATEGORIES.filter((one) => one === key) : []
            const kept = [...chosen.filter((one) => one !== key), ...next]
            setRefused(kept.length === 0)
            if (kept.length > 0) save(kept)
          }}
          onOrder={(keys) => {
            save(chosen.toSorted((a, b) => keys.indexOf(a) - keys.indexOf(b)))
          }}
        />
      </div>
      <div className="fy-setting" data-setting="marks">
        <div className="fy-setting-name">
          <span>{t('own.list.marks')}</span>
          <span className="fy-secondary">{marks.map(({ name }) => name).join(' · ')}</span>
        </div>
        <Button
          onClick={() => {
            setEditing(true)
          }}
        >
          {t('conversations:marks.settings')}
        </Button>
      </div>
      {editing ? (
        <MarkEditor
          onClose={() => {
            setEditing(false)
          }}
        />
      ) : null}
    </>
  )
}
