import { useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { Dialog } from '../../ui/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { ACTION_AREAS, ACTION_NAMES, actionOf } from './actions.ts'
import { keysOf, useKeyChoice } from './bindings.ts'
import { labelOf } from './keys.ts'
import { useAction } from './useAction.ts'

import './cheatSheet.css'

/** All keys on one page, as they are now; opened by its own key. */
export const CheatSheet = () => {
  const { t } = useTranslation('actions')
  const choice = useKeyChoice()
  const { value: macros } = useAgentSetting('macros')
  const [open, setOpen] = useState(false)
  useAction('cheatSheet', () => {
    setOpen(!open)
  })
  if (!open) return null
  return (
    <Dialog
      title={t('title')}
      width={640}
      onClose={() => {
        setOpen(false)
      }}
    >
      <div className="fy-cheats">
        {ACTION_AREAS.map((area) => (
          <Section
            key={area}
            title={t(`areas.${area}`)}
            rows={ACTION_NAMES.filter((name) => actionOf(name).area === area).map((name) => [
              t(`names.${name}`),
              keysOf(name, choice),
            ])}
          />
        ))}
        <Section
          title={t('macros.title')}
          rows={macros.map(({ id, name }) => [name, keysOf(`macro:${id}`, choice)])}
        />
      </div>
    </Dialog>
  )
}

interface SectionProps {
  readonly title: string
  readonly rows: readonly (readonly [name: string, keys: readonly string[]])[]
}

/** Whatever has a key; nothing where nothing has one. */
const Section = ({ title, rows }: SectionProps) => {
  const keyed = rows.filter(([, keys]) => keys.length > 0)
  if (keyed.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keyed.map(([name, keys]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} className="fy-key">
                  {labelOf(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
