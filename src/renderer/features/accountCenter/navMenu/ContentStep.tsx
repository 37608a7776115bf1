import { Plus } from 'lucide-react'

import type { OrganizationView } from '../../../../client/api.ts'
import type { NavGroup, NavMenuPlan } from '../../../../protocol/model/index.ts'
import { NAV_MENU_LIMITS, WIDGET_WELCOME_LIMIT } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { EntryList } from './EntryList.tsx'
import { newGroup, newItem, withChanged } from './form.ts'
import { ItemFields } from './ItemFields.tsx'

export interface ContentStepProps {
  readonly plan: NavMenuPlan
  /** Where the welcome is read. */
  readonly welcomeHint: string
  readonly organization: OrganizationView
  readonly onChange: (more: Partial<NavMenuPlan>) => void
}

/** What the menu says and offers: the welcome, two levels of entries, the quick buttons. */
export const ContentStep = ({ plan, welcomeHint, organization, onChange }: ContentStepProps) => {
  const { t } = useTranslation('texts')
  const { entries, buttons } = plan
  const full = entries.length >= NAV_MENU_LIMITS.entries
  return (
    <>
      <CompanyTextField
        label={t('menu.welcome')}
        hint={welcomeHint}
        value={plan.welcome}
        limit={WIDGET_WELCOME_LIMIT}
        rows={2}
        onChange={(welcome) => {
          onChange({ welcome })
        }}
      />
      <div className="fy-texts-head">
        <h3>{t('menu.entries')}</h3>
        <span className="fy-secondary fy-digits">{`${entries.length}/${NAV_MENU_LIMITS.entries}`}</span>
        <span className="fy-grow" />
        <Button
          disabled={full}
          onClick={() => {
            onChange({ entries: [...entries, newGroup(crypto.randomUUID())] })
          }}
        >
          <Plus aria-hidden="true" />
          {t('menu.addGroup')}
        </Button>
        <Button
          disabled={full}
          onClick={() => {
            onChange({ entries: [...entries, newItem(crypto.randomUUID())] })
          }}
        >
          <Plus aria-hidden="true" />
          {t('menu.addEntry')}
        </Button>
      </div>
      {entries.length === 0 ? <p className="fy-secondary">{t('menu.noEntries')}</p> : null}
      <EntryList
        entries={entries}
        onChange={(next) => {
          onChange({ entries: next })
        }}
      >
        {(entry) => {
          const change = (changed: typeof entry): void => {
            onChange({ entries: withChanged(entries, changed) })
          }
          return 'items' in entry ? (
            <GroupFields group={entry} organization={organization} onChange={change} />
          ) : (
            <ItemFields item={entry} organization={organization} onChange={change} />
          )
        }}
      </EntryList>
      <div className="fy-texts-head">
        <h3>{t('menu.buttons')}</h3>
        <span className="fy-secondary fy-digits">{`${buttons.length}/${NAV_MENU_LIMITS.buttons}`}</span>
        <span className="fy-grow" />
        <Button
          disabled={buttons.length >= NAV_MENU_LIMITS.buttons}
          onClick={() => {
            onChange({ buttons: [...buttons, newItem(crypto.randomUUID())] })
          }}
        >
          <Plus aria-hidden="true" />
          {t('menu.addButton')}
        </Button>
      </div>
      <p className="fy-secondary">{t('menu.buttonsHint')}</p>
      <EntryList
        entries={buttons}
        onChange={(next) => {
          onChange({ buttons: next })
        }}
      >
        {(button) => (
          <ItemFields
            item={button}
            organization={organization}
            onChange={(changed) => {
              onChange({ buttons: withChanged(buttons, changed) })
            }}
          />
        )}
      </EntryList>
    </>
  )
}

interface GroupFieldsProps {
  readonly group: NavGroup
  readonly organization: OrganizationView
  readonly onChange: (group: NavGroup) => void
}

const GroupFields = ({ group, organization, onChange }: GroupFieldsProps) => {
  const { t } = useTranslation('texts')
  const { items } = group
  return (
    <div className="fy-nav-fields">
      <CompanyTextField
        label={t('menu.title')}
        value={group.title}
        limit={NAV_MENU_LIMITS.title}
        rows={1}
        onChange={(title) => {
          onChange({ ...group, title })
        }}
      />
      <EntryList
        entries={items}
        onChange={(next) => {
          onChange({ ...group, items: next })
        }}
      >
        {(item) => (
          <ItemFields
            item={item}
            organization={organization}
            onChange={(changed) => {
              onChange({ ...group, items: withChanged(items, changed) })
            }}
          />
        )}
      </EntryList>
      <div className="fy-texts-head">
        <Button
          kind="quiet"
          disabled={items.length >= NAV_MENU_LIMITS.entries}
          onClick={() => {
            onChange({ ...group, items: [...items, newItem(crypto.randomUUID())] })
          }}
        >
          <Plus aria-hidden="true" />
          {t('menu.addItem')}
        </Button>
        <span className="fy-secondary fy-digits">{`${items.length}/${NAV_MENU_LIMITS.entries}`}</span>
      </div>
    </div>
  )
}
