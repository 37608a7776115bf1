import { sql } from '../../base/sql.ts'
import {
  NO_COMPANY_THEME,
  type CompanyTheme,
  type FileId,
  type OrganizationId,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

export const companyThemeOf = async (db: ReadDb, organizationId: OrganizationId): Promise<CompanyTheme> => {
  const row = await db.get<{ theme: string; version: number }>(sql`
    select theme, version from company_themes where organization_id = ${organizationId}`)
  if (!row) return NO_COMPANY_THEME
  return { ...(JSON.parse(row.theme) as Omit<CompanyTheme, 'version'>), version: row.version }
}

/** The pictures it shows. */
export const themePicturesOf = ({ logo, background }: CompanyTheme): readonly FileId[] =>
  [logo, background].filter((fileId) => fileId !== null)

/** Makes the theme with its first version, or saves the next one. */
export const saveCompanyTheme = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { version, ...theme }: CompanyTheme,
): Promise<void> => {
  await db.run(sql`
    insert into company_themes (organization_id, theme, version)
    values (${organizationId}, ${JSON.stringify(theme)}, ${version})
    on conflict (organization_id) do update set theme = excluded.theme, version = excluded.version`)
}
