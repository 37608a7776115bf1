import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import { widgetState } from '../../../../domain/widgets/widgetState.ts'
import type { Widget } from '../../../../protocol/model/index.ts'
import { Button, RelativeTime } from '../../../ui/index.ts'
import { EntryPreview } from './EntryPreview.tsx'

export type WidgetAction = 'code' | 'edit' | 'remove' | 'takeOver'

export interface WidgetLineProps {
  readonly widget: Widget
  readonly organization: OrganizationView
  readonly onAction: (action: WidgetAction) => void
}

/** One entry of the list, with how it looks now (R-02-026). */
export const WidgetLine = ({ widget, organization, onAction }: WidgetLineProps) => {
  const { t } = useTranslation('widgets')
  const { agents, groups } = organization
  const { target } = widget
  const agentName = (id: string | null): string | undefined => agents.find((agent) => agent.id === id)?.name
  const owner = agents.find(({ id }) => id === widget.ownerId)
  const isInvalid = widgetState(widget, owner) === 'invalid'
  const actions: readonly WidgetAction[] = isInvalid
    ? ['takeOver', 'edit', 'remove']
    : ['code', 'edit', 'remove']
  return (
    <tr>
      <td className="fy-widget-look">
        <EntryPreview
          {...widget}
          iconSize={Math.min(widget.iconSize, 48)}
          pictureFileId={widget.web.pictureFileId ?? widget.h5.pictureFileId}
        />
      </td>
      <th scope="row">
        {widget.name}
        <span className="fy-secondary">
          {t('typeAt', { type: t(`types.${widget.type}`), place: t(`places.${widget.place}`) })}
        </span>
      </th>
      <td>
        {target.kind === 'group'
          ? (groups.find(({ id }) => id === target.groupId)?.name ?? t('gone'))
          : (agentName(target.agentId) ?? t('gone'))}
      </td>
      <td>{isInvalid ? <span className="fy-invalid">{t('invalid')}</span> : t('active')}</td>
      <td>
        {agentName(widget.updatedBy) ?? t('setUp')}
        <span className="fy-secondary">
          <RelativeTime at={widget.updatedAt} />
        </span>
      </td>
      <td>
        <div className="fy-center-actions">
          {actions.map((action) => (
            <Button
              key={action}
              kind="quiet"
              aria-label={t(`${action}Named`, { name: widget.name })}
              onClick={() => {
                onAction(action)
              }}
            >
              {t(action)}
            </Button>
          ))}
        </div>
      </td>
    </tr>
  )
}
