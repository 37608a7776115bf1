import type { OrganizationView } from '../../../../client/api.ts'
import { widgetState } from '../../../../domain/widgets/widgetState.ts'
import type { Widget } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { RelativeTime } from '../../../ui/index.ts'
import { NamedTable } from '../NamedTable.tsx'
import { EntryPreview } from './EntryPreview.tsx'

export type WidgetAction = 'takeOver' | 'code' | 'edit' | 'remove'

export interface WidgetTableProps {
  readonly widgets: readonly Widget[]
  readonly organization: OrganizationView
  readonly onAction: (action: WidgetAction, widget: Widget) => void
}

/** The entries, each with how it looks now (R-02-026). */
export const WidgetTable = ({ widgets, organization, onAction }: WidgetTableProps) => {
  const { t } = useTranslation('widgets')
  const { agents, groups } = organization
  const agentName = (id: string | null): string | undefined => agents.find((agent) => agent.id === id)?.name
  const isInvalid = (widget: Widget): boolean =>
    widgetState(
      widget,
      agents.find(({ id }) => id === widget.ownerId),
    ) === 'invalid'
  const receiverOf = ({ target }: Widget): string =>
    (target.kind === 'group'
      ? groups.find(({ id }) => id === target.groupId)?.name
      : agentName(target.agentId)) ?? t('gone')
  return (
    <NamedTable
      className="fy-widget-list"
      rows={widgets}
      columns={[
        {
          title: t('look'),
          className: 'fy-widget-look',
          cell: (widget) => (
            <EntryPreview
              {...widget}
              iconSize={Math.min(widget.iconSize, 48)}
              pictureFileId={widget.web.pictureFileId ?? widget.h5.pictureFileId}
            />
          ),
        },
        {
          title: t('name'),
          isName: true,
          cell: ({ name, type, place }) => (
            <>
              {name}
              <span className="fy-secondary">
                {t('typeAt', { type: t(`types.${type}`), place: t(`places.${place}`) })}
              </span>
            </>
          ),
        },
        { title: t('receiver'), cell: receiverOf },
        {
          title: t('state'),
          cell: (widget) =>
            isInvalid(widget) ? <span className="fy-invalid">{t('invalid')}</span> : t('active'),
        },
        {
          title: t('changed'),
          cell: ({ updatedBy, updatedAt }) => (
            <>
              {agentName(updatedBy) ?? t('setUp')}
              <span className="fy-secondary">
                <RelativeTime at={updatedAt} />
              </span>
            </>
          ),
        },
      ]}
      actions={(['takeOver', 'code', 'edit', 'remove'] as const).map((what) => ({
        what,
        text: t(what),
        labelOf: ({ name }: Widget) => t(`${what}Named`, { name }),
        isFor: (widget: Widget) =>
          what === 'takeOver' ? isInvalid(widget) : what === 'code' ? !isInvalid(widget) : true,
      }))}
      onAction={onAction}
    />
  )
}
