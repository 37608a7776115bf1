import { sql } from '../../base/sql.ts'
import type { OrganizationId, SessionTarget, WidgetId } from '../../protocol/model/index.ts'
import type { WidgetSettings } from '../../protocol/wire/index.ts'
import type { ReadDb, WriteDb } from './port.ts'
import { targetIdOf, toTarget } from './sessions.ts'

/** An entry point on somebody's page. */
export interface Widget {
  readonly organizationId: OrganizationId
  readonly id: WidgetId
  readonly settings: WidgetSettings
  /** Sites that may carry it; empty: any. */
  readonly allowedOrigins: readonly string[]
  /** Who receives what arrives here (R-02-085). */
  readonly target: SessionTarget
}

export const insertWidget = async (
  db: WriteDb,
  widget: Widget,
  { name, at }: { readonly name: string; readonly at: number },
): Promise<void> => {
  await db.run(sql`
    insert into widgets (organization_id, id, name, settings, allowed_origins, target_kind, target_id, created_at)
    values (${widget.organizationId}, ${widget.id}, ${name}, ${JSON.stringify(widget.settings)},
      ${JSON.stringify(widget.allowedOrigins)}, ${widget.target.kind}, ${targetIdOf(widget.target)}, ${at})`)
}

export const findWidget = async (db: ReadDb, id: WidgetId): Promise<Widget | undefined> => {
  const row = await db.get<{
    organization_id: OrganizationId
    settings: string
    allowed_origins: string
    target_kind: SessionTarget['kind']
    target_id: string
  }>(sql`
    select organization_id, settings, allowed_origins, target_kind, target_id from widgets where id = ${id}`)
  return (
    row && {
      organizationId: row.organization_id,
      id,
      settings: JSON.parse(row.settings) as WidgetSettings,
      allowedOrigins: JSON.parse(row.allowed_origins) as string[],
      target: toTarget(row.target_kind, row.target_id),
    }
  )
}

/** How many entry points name the target as their receiver. */
export const countWidgetsOf = async (
  db: ReadDb,
  organizationId: OrganizationId,
  target: SessionTarget,
): Promise<number> =>
  (
    await db.get<{ count: number }>(sql`
      select count(*) as count from widgets
      where organization_id = ${organizationId} and target_kind = ${target.kind} and target_id = ${targetIdOf(target)}`)
  )?.count ?? 0
