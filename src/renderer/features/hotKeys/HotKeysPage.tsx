import { useTranslation } from '../../translation/index.ts'
import { ACTION_AREAS, ACTION_NAMES, actionOf } from '../actions/index.ts'
import { KeyRow } from './KeyRow.tsx'
import { MacroSection } from './MacroSection.tsx'
import { useHotKeys } from './useHotKeys.ts'
import { useRefusedKeys } from './useSystemKeys.ts'

import './hotKeys.css'

/** Other keys for what can be done, and several actions on one key (R-03-190). */
export const HotKeysPage = () => {
  const { t } = useTranslation('actions')
  const editing = useHotKeys()
  const { names: refused } = useRefusedKeys()
  return (
    <div className="fy-hot-keys">
      <p className="fy-secondary">{t('page.hint')}</p>
      <MacroSection editing={editing} />
      {ACTION_AREAS.map((area) => (
        <section key={area} aria-label={t(`areas.${area}`)}>
          <h4>{t(`areas.${area}`)}</h4>
          {area === 'everywhere' ? (
            <p className="fy-secondary">{t(window.foyer ? 'page.everywhereHere' : 'page.everywhere')}</p>
          ) : null}
          <ul>
            {ACTION_NAMES.filter((name) => actionOf(name).area === area).map((name) => (
              <KeyRow
                key={name}
                name={name}
                editing={editing}
                {...(refused.includes(name) && { note: t('page.elsewhere') })}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
