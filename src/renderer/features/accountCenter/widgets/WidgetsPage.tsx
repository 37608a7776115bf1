import { MessageCircle, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Widget, WidgetPlace, WidgetType } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, Dialog, EmptyState, ErrorLine } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { useSave } from '../useSave.ts'
import { CompanyDialog } from './CompanyDialog.tsx'
import { IdentityDialog } from './IdentityDialog.tsx'
import { PLACES, TYPES } from './PlaceStep.tsx'
import { RemoveWidget } from './RemoveWidget.tsx'
import { WidgetCode } from './WidgetCode.tsx'
import { WidgetEditor } from './WidgetEditor.tsx'
import { WidgetLine, type WidgetAction } from './WidgetLine.tsx'

import './widgets.css'

/** What is open above the list; of an entry only the id, so that it is always shown as it is now. */
type Open =
  | { readonly what: 'new' | 'company' | 'identity' }
  | { readonly what: 'code' | 'edit' | 'remove'; readonly id: string }

/** AC › Reception › Widgets. */
export const WidgetsPage = () => {
  const { t } = useTranslation('widgets')
  const run = useRun()
  const organization = useQuery('organization.get', {})
  const me = useQuery('account.current', {})?.me
  const [type, setType] = useState<WidgetType | ''>('')
  const [place, setPlace] = useState<WidgetPlace | ''>('')
  const [open, setOpen] = useState<Open | null>(null)
  const { failure, attempt } = useSave()
  const widgets = organization?.widgets
  const shown = widgets?.filter(
    (widget) => (type === '' || widget.type === type) && (place === '' || widget.place === place),
  )
  const chosen = open && 'id' in open ? (widgets?.find(({ id }) => id === open.id) ?? null) : null
  const makesGroups = me?.permissions.includes('reception.groups') ?? false
  const close = (): void => {
    setOpen(null)
  }
  const act = (widget: Widget, action: WidgetAction): void => {
    const { id, version } = widget
    if (action === 'takeOver') void attempt(run('widget.take-over', { id, version }))
    else setOpen({ what: action, id })
  }
  const create = (
    <Button
      kind="primary"
      onClick={() => {
        setOpen({ what: 'new' })
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
              setOpen({ what: 'company' })
            }}
          >
            {t('company.title')}
          </Button>
          <Button
            onClick={() => {
              setOpen({ what: 'identity' })
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
            <table className="fy-center-table fy-widget-list">
              <thead>
                <tr>
                  <th scope="col">{t('look')}</th>
                  <th scope="col">{t('name')}</th>
                  <th scope="col">{t('receiver')}</th>
                  <th scope="col">{t('state')}</th>
                  <th scope="col">{t('changed')}</th>
                  <th scope="col">
                    <span className="fy-hidden">{t('actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((widget) => (
                  <WidgetLine
                    key={widget.id}
                    widget={widget}
                    organization={organization}
                    onAction={(action) => {
                      act(widget, action)
                    }}
                  />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
      {organization && (open?.what === 'new' || (open?.what === 'edit' && chosen)) ? (
        <WidgetEditor widget={chosen} organization={organization} makesGroups={makesGroups} onClose={close} />
      ) : null}
      {open?.what === 'code' && chosen ? (
        <Dialog title={t('codeNamed', { name: chosen.name })} width={760} onClose={close}>
          <WidgetCode widget={chosen} />
        </Dialog>
      ) : null}
      {open?.what === 'remove' && chosen ? <RemoveWidget widget={chosen} onClose={close} /> : null}
      {open?.what === 'identity' ? <IdentityDialog onClose={close} /> : null}
      {open?.what === 'company' && organization ? (
        <CompanyDialog organization={organization.organization} onClose={close} />
      ) : null}
    </CenterPage>
  )
}
