import { useTranslation } from 'react-i18next'

import { Dialog } from '../../ui/index.ts'
import { KEYS, keyLabels, type ShortcutName } from './keys.ts'

import './cheatSheet.css'

const NAMES = Object.keys(KEYS) as ShortcutName[]

/** All keys on one page. */
export const CheatSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('shortcuts')
  return (
    <Dialog title={t('title')} width={600} onClose={onClose}>
      <dl className="fy-cheats">
        {NAMES.map((name) => (
          <div key={name}>
            <dt>{t(`names.${name}`)}</dt>
            <dd>
              {keyLabels(name).map((label) => (
                <kbd key={label} className="fy-key">
                  {label}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
