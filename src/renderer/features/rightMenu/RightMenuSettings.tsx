import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { OrderedTicks } from '../../ui/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { isLocked, withTick } from './layout.ts'
import { useMenus } from './useMenus.tsx'

/** What the right menu holds and in which order; to be changed by whoever may change the layout (R-03-181). */
export const RightMenuSettings = () => {
  const { t } = useTranslation(['settings', 'rightMenu'])
  const me = useQuery('account.current', {})?.me
  const { value: layout, save, locked } = useAgentSetting('rightMenuLayout')
  const mayChange = me?.permissions.includes('client.layout') === true && !locked
  const menus = useMenus()
  return (
    <div className="fy-setting" data-setting="rightMenuLayout">
      <div className="fy-setting-name">
        <span>{t('names.rightMenuLayout')}</span>
        <span className="fy-secondary">
          {t(mayChange ? 'rightMenu:layout.hint' : 'rightMenu:layout.readOnly')}
        </span>
      </div>
      <OrderedTicks
        label={t('names.rightMenuLayout')}
        readOnly={!mayChange}
        items={menus.map(({ name, label, Icon, shown }) => ({
          key: name,
          name: label,
          icon: <Icon aria-hidden="true" />,
          on: shown,
          lock: isLocked(name) ? t('rightMenu:layout.always') : null,
        }))}
        onTick={(name, on) => {
          save(withTick(layout, name, on))
        }}
        onOrder={(order) => {
          save({ ...layout, order: [...order] })
        }}
      />
    </div>
  )
}
