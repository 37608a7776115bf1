import { MessageCircle, Plus } from 'lucide-react'
import { useState } from 'react'

import type { Widget, WidgetPlace, WidgetType } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Dialog, EmptyState, ErrorLine } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { RemoveDialog } from '../RemoveDialog.tsx'
import { useOpened } from '../useOpened.ts'
import { useSave } from '../useSave.ts'
import { CompanyDialog } from './CompanyDialog.tsx'
import { IdentityDialog } from './IdentityDialog.tsx'
import { PLACES, TYPES } from './PlaceStep.tsx'
import { WidgetCode } from './WidgetCode.tsx'
import { WidgetEditor } from './WidgetEditor.tsx'
import { WidgetTable, type WidgetAction } from './WidgetTable.tsx'

import './widgets.css'
import './preview.css'

/** What is open above the list. */
type What = 'new' | 'company' | 'identity' | Exclude<WidgetAction, 'takeOver'>

/** AC › Reception › Widgets. */
export const WidgetsPage = () => {
  const { t } = useTranslation('widgets')
  const run = useRun()
  const organization = useQuery('organization.get', {})
  const me = useQuery('account.current', {})?.me
  const [type, setType] = useState<WidgetType | ''>('')
  const [place, setPlace] = useState<WidgetPlace | ''>('')
  const { failure, attempt } = useSave()
  const widgets = organization?.widgets
  const { what, row, open, close } = useOpened<What, Widget>(widgets)
  const shown = widgets?.filter(
    (widget) => (type === '' || widget.type === type) && (place === '' || widget.place === place),
  )
  const makesGroups = me?.permissions.includes('reception.groups') ?? false
  const act = (action: WidgetAction, widget: Widget): void => {
    const { id, version } = widget
    if (action === 'takeOver') void attempt(run('widget.take-over', { id, version }))
    else open(action, widget)
  }
  const create = (
    <Button
      kind="primary"
      onClick={() => {
        open('new')
      }}
    >
      <Plus aria-hidden="true" />
      {t('new')}
    </Button>
  )
  return (
    <CenterPage
      title={t('pageTitle')}
      about={t('about')}
      actions={
        <>
          <Button
            onClick={() => {
              open('company')
            }}
          >
            {t('company.title')}
          </Button>
          <Button
            onClick={() => {
              open('identity')
            }}
          >
            {t('identity.title')}
          </Button>
          {create}
        </>
      }
    >
      {failure ? <ErrorLine text={failure} /> : null}
      {!organization || !shown ? (
        <PageSkeleton rows={4} rowHeight={64} />
      ) : organization.widgets.length === 0 ? (
        <EmptyState icon={MessageCircle} title={t('empty')} hint={t('about')}>
          {create}
        </EmptyState>
      ) : (
        <>
          <div className="fy-widget-filters">
            <label className="fy-widget-filter">
              {t('type')}
              <select
                value={type}
                onChange={({ target: { value } }) => {
                  setType(TYPES.find((one) => one === value) ?? '')
                }}
              >
                <option value="">{t('everyType')}</option>
                {TYPES.map((one) => (
                  <option key={one} value={one}>
                    {t(`types.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            <label className="fy-widget-filter">
              {t('place')}
              <select
                value={place}
                onChange={({ target: { value } }) => {
                  setPlace(PLACES.find((one) => one === value) ?? '')
                }}
              >
                <option value="">{t('everywhere')}</option>
                {PLACES.map((one) => (
                  <option key={one} value={one}>
                    {t(`places.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {shown.length === 0 ? (
            <EmptyState icon={MessageCircle} title={t('noneHere')} />
          ) : (
            <WidgetTable widgets={shown} organization={organization} onAction={act} />
          )}
        </>
      )}
      {organization && (what === 'new' || what === 'edit') ? (
        <WidgetEditor widget={row} organization={organization} makesGroups={makesGroups} onClose={close} />
      ) : null}
      {what === 'code' && row ? (
        <Dialog title={t('codeNamed', { name: row.name })} width={760} onClose={close}>
          <WidgetCode widget={row} />
        </Dialog>
      ) : null}
      {what === 'remove' && row ? (
        <RemoveDialog
          title={t('removeNamed', { name: row.name })}
          about={t('removeAsk')}
          verb={t('remove')}
          remove={async () => run('widget.delete', { id: row.id, version: row.version })}
          onClose={close}
        />
      ) : null}
      {what === 'identity' ? <IdentityDialog onClose={close} /> : null}
      {what === 'company' && organization ? (
        <CompanyDialog organization={organization.organization} onClose={close} />
      ) : null}
    </CenterPage>
  )
}
