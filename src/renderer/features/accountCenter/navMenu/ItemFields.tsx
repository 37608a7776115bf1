import type { OrganizationView } from '../../../../client/api.ts'
import type { NavAction, NavItem } from '../../../../protocol/model/index.ts'
import { NAV_MENU_LIMITS } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { ReceiverOptions } from '../ReceiverOptions.tsx'
import { receiverText, targetOf } from '../receivers.ts'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { actionOf } from './form.ts'

export interface ItemFieldsProps {
  readonly item: NavItem
  readonly organization: OrganizationView
  readonly onChange: (item: NavItem) => void
}

/** What an entry is called and what it does. */
export const ItemFields = ({ item, organization, onChange }: ItemFieldsProps) => {
  const { t } = useTranslation('texts')
  const { action } = item
  const act = (next: NavAction): void => {
    onChange({ ...item, action: next })
  }
  return (
    <div className="fy-nav-fields">
      <CompanyTextField
        label={t('menu.title')}
        value={item.title}
        limit={NAV_MENU_LIMITS.title}
        rows={1}
        onChange={(title) => {
          onChange({ ...item, title })
        }}
      />
      <Field label={t('menu.action')}>
        <select
          value={action.kind}
          onChange={({ target: { value } }) => {
            const kind = KINDS.find((one) => one === value)
            if (kind) act(actionOf(kind, action))
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`menu.actions.${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      {action.kind === 'text' ? (
        <CompanyTextField
          label={t('menu.text')}
          value={action.text}
          limit={NAV_MENU_LIMITS.text}
          rows={3}
          onChange={(text) => {
            act({ kind: 'text', text })
          }}
        />
      ) : null}
      {action.kind === 'page' ? (
        <Field label={t('menu.url')}>
          <input
            type="url"
            value={action.url}
            onChange={({ target: { value } }) => {
              act({ kind: 'page', url: value })
            }}
          />
        </Field>
      ) : null}
      {action.kind === 'person' ? (
        <Field label={t('menu.person')}>
          <select
            value={receiverText(action.target)}
            onChange={({ target: { value } }) => {
              act({ kind: 'person', target: targetOf(value) })
            }}
          >
            <option value="">{t('menu.whoever')}</option>
            <ReceiverOptions organization={organization} />
          </select>
        </Field>
      ) : null}
    </div>
  )
}

const KINDS: readonly NavAction['kind'][] = ['text', 'page', 'person']
