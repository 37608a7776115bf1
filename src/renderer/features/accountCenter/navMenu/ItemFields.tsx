import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import type { NavAction, NavItem } from '../../../../protocol/model/index.ts'
import { NAV_MENU_LIMITS } from '../../../../protocol/model/limits.ts'
import { Field } from '../../../ui/index.ts'
import { receiverOf, receiverText } from '../invitations/form.ts'
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
            value={action.target ? receiverText(action.target) : ''}
            onChange={({ target: { value } }) => {
              act({ kind: 'person', target: value === '' ? null : receiverOf(value) })
            }}
          >
            <option value="">{t('menu.whoever')}</option>
            <optgroup label={t('menu.groups')}>
              {organization.groups.map(({ id, name }) => (
                <option key={id} value={`group:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('greetings.agents')}>
              {organization.agents
                .filter(({ disabled, superAdmin }) => !disabled && !superAdmin)
                .map(({ id, name }) => (
                  <option key={id} value={`agent:${id}`}>
                    {name}
                  </option>
                ))}
            </optgroup>
          </select>
        </Field>
      ) : null}
    </div>
  )
}

const KINDS: readonly NavAction['kind'][] = ['text', 'page', 'person']
