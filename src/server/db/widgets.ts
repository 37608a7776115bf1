import { sql } from '../../base/sql.ts'
import { mainEntryOf, organizationOfMainEntry } from '../../protocol/mainAccount.ts'
import { NO_PROFILE, WIDGET_DEFAULTS } from '../../protocol/model/index.ts'
import type {
  CompanyProfile,
  FileId,
  Language,
  OrganizationId,
  SessionTarget,
  Widget,
  WidgetId,
  WidgetLook,
  WidgetPlan,
} from '../../protocol/model/index.ts'
import { findOrganization } from './organizations.ts'
import type { ReadDb, WriteDb } from './port.ts'
import { findMainGroup } from './receptionGroups.ts'
import { targetIdOf, toTarget } from './sessionRows.ts'

/** An entry point with what the world outside asks of it. */
export interface StoredWidget {
  readonly organizationId: OrganizationId
  readonly widget: Widget
  readonly deleted: boolean
  /** The account that is responsible for it is disabled or gone (R-02-029). */
  readonly invalid: boolean
  readonly company: string
  /** The company's. */
  readonly language: Language
  readonly profile: CompanyProfile | null
}

/** What `settings` holds; rows of earlier versions say `position` and lack the rest. */
type Settings = Omit<WidgetPlan, 'name' | 'origins' | 'target'>
type StoredSettings = Partial<Settings> & { readonly position?: 'left' | 'right' }

interface WidgetRow {
  readonly id: WidgetId
  readonly name: string
  readonly settings: string
  readonly allowed_origins: string
  readonly target_kind: SessionTarget['kind']
  readonly target_id: string
  readonly owner_id: Widget['ownerId']
  readonly updated_by: Widget['updatedBy']
  readonly updated_at: number
  readonly version: number
}

export const insertWidget = async (
  db: WriteDb,
  organizationId: OrganizationId,
  widget: Widget,
): Promise<void> => {
  await db.run(sql`
    insert into widgets (organization_id, id, name, settings, allowed_origins, target_kind, target_id, owner_id,
      updated_by, updated_at, version, created_at)
    values (${organizationId}, ${widget.id}, ${widget.name}, ${settingsText(widget)},
      ${JSON.stringify(widget.origins)}, ${widget.target.kind}, ${targetIdOf(widget.target)}, ${widget.ownerId},
      ${widget.updatedBy}, ${widget.updatedAt}, ${widget.version}, ${widget.updatedAt})`)
}

export const saveWidget = async (
  db: WriteDb,
  organizationId: OrganizationId,
  widget: Widget,
): Promise<void> => {
  await db.run(sql`
    update widgets set name = ${widget.name}, settings = ${settingsText(widget)},
      allowed_origins = ${JSON.stringify(widget.origins)}, target_kind = ${widget.target.kind},
      target_id = ${targetIdOf(widget.target)}, owner_id = ${widget.ownerId}, updated_by = ${widget.updatedBy},
      updated_at = ${widget.updatedAt}, version = ${widget.version}
    where organization_id = ${organizationId} and id = ${widget.id}`)
}

/** The row stays: a printed code must be able to say whose it was (R-18-010). */
export const markWidgetDeleted = async (
  db: WriteDb,
  organizationId: OrganizationId,
  id: WidgetId,
  at: number,
): Promise<void> => {
  await db.run(sql`
    update widgets set deleted_at = ${at} where organization_id = ${organizationId} and id = ${id}`)
}

/** Whoever asks: the id alone says which organisation it belongs to. */
export const findWidget = async (db: ReadDb, id: WidgetId): Promise<StoredWidget | undefined> => {
  const account = organizationOfMainEntry(id)
  if (account !== undefined) return findMainEntry(db, account)
  const row = await db.get<
    WidgetRow & {
      readonly organization_id: OrganizationId
      readonly deleted_at: number | null
      readonly owner_disabled: number | null
      readonly company: string
      readonly language: Language
      readonly profile: string | null
    }
  >(sql`
    select w.organization_id, w.id, w.name, w.settings, w.allowed_origins, w.target_kind, w.target_id, w.owner_id,
      w.updated_by, w.updated_at, w.version, w.deleted_at, o.name as company,
      o.language, o.profile,
      (select a.disabled from agents a
        where a.organization_id = w.organization_id and a.id = w.owner_id) as owner_disabled
    from widgets w join organizations o on o.organization_id = w.organization_id where w.id = ${id}`)
  return (
    row && {
      organizationId: row.organization_id,
      widget: rowToWidget(row),
      deleted: row.deleted_at !== null,
      invalid: row.owner_id !== null && row.owner_disabled !== 0,
      company: row.company,
      language: row.language,
      profile:
        row.profile === null ? null : { ...NO_PROFILE, ...(JSON.parse(row.profile) as CompanyProfile) },
    }
  )
}

/** The main account's own chat page: nobody has made it, and all it has is what the company says of itself. */
const findMainEntry = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<StoredWidget | undefined> => {
  const organization = await findOrganization(db, organizationId)
  const main = organization && (await findMainGroup(db, organizationId))
  if (!main) return undefined
  const { name, language, profile } = organization
  return {
    organizationId,
    widget: {
      ...WIDGET_DEFAULTS,
      id: mainEntryOf(organizationId),
      name,
      title: '',
      type: 'chat-im',
      place: 'link',
      face: 'company',
      target: { kind: 'group', groupId: main },
      ownerId: null,
      updatedBy: null,
      updatedAt: 0,
      version: 0,
    },
    deleted: false,
    invalid: false,
    company: name,
    language,
    profile: profile ?? null,
  }
}

/** Whom an entry names: asked for with every session, for which all of its settings would be too much to read. */
export const targetOfWidget = async (
  db: ReadDb,
  organizationId: OrganizationId,
  id: WidgetId,
): Promise<SessionTarget | undefined> => {
  const row = await db.get<Pick<WidgetRow, 'target_kind' | 'target_id'>>(sql`
    select target_kind, target_id from widgets
    where organization_id = ${organizationId} and id = ${id} and deleted_at is null`)
  return row && toTarget(row.target_kind, row.target_id)
}

/** All that are not deleted. */
export const widgetsOf = async (db: ReadDb, organizationId: OrganizationId): Promise<Widget[]> =>
  (
    await db.all<WidgetRow>(sql`
      select id, name, settings, allowed_origins, target_kind, target_id, owner_id, updated_by, updated_at, version
      from widgets where organization_id = ${organizationId} and deleted_at is null order by id`)
  ).map(rowToWidget)

/** Those that are neither deleted nor invalid. */
export const activeWidgetsOf = async (db: ReadDb, organizationId: OrganizationId): Promise<Widget[]> =>
  (
    await db.all<WidgetRow>(sql`
      select id, name, settings, allowed_origins, target_kind, target_id, owner_id, updated_by, updated_at, version
      from widgets w where organization_id = ${organizationId} and deleted_at is null
        and (owner_id is null or exists (select 1 from agents a
          where a.organization_id = w.organization_id and a.id = w.owner_id and a.disabled = 0))
      order by updated_at desc, id`)
  ).map(rowToWidget)

/** Whether an entry shows the file: it is public then. */
export const showsFile = ({ avatarFileId, web, h5 }: Widget, fileId: FileId): boolean =>
  avatarFileId === fileId || web.pictureFileId === fileId || h5.pictureFileId === fileId

const settingsText = (widget: Widget): string => {
  const settings: Settings = {
    type: widget.type,
    place: widget.place,
    title: widget.title,
    text: widget.text,
    welcome: widget.welcome,
    language: widget.language,
    face: widget.face,
    anonymous: widget.anonymous,
    tools: widget.tools,
    botId: widget.botId,
    routerId: widget.routerId,
    listed: widget.listed,
    form: widget.form,
    messageStyle: widget.messageStyle,
    showsReads: widget.showsReads,
    showsTyped: widget.showsTyped,
    cookies: widget.cookies,
    avatarFileId: widget.avatarFileId,
    color: widget.color,
    style: widget.style,
    web: widget.web,
    h5: widget.h5,
    iconSize: widget.iconSize,
    floating: widget.floating,
    selectors: widget.selectors,
    zIndex: widget.zIndex,
    away: widget.away,
  }
  return JSON.stringify(settings)
}

const rowToWidget = (row: WidgetRow): Widget => {
  const { position, ...stored } = JSON.parse(row.settings) as StoredSettings
  return {
    ...WIDGET_DEFAULTS,
    ...(position === 'left' && { web: onTheLeft(WIDGET_DEFAULTS.web), h5: onTheLeft(WIDGET_DEFAULTS.h5) }),
    title: '',
    ...stored,
    id: row.id,
    name: row.name,
    origins: JSON.parse(row.allowed_origins) as string[],
    target: toTarget(row.target_kind, row.target_id),
    ownerId: row.owner_id,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

const onTheLeft = (look: WidgetLook): WidgetLook => ({
  ...look,
  spot: { ...look.spot, anchor: 'bottom-left' },
})
