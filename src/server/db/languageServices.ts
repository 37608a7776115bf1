import { sql } from '../../base/sql.ts'
import {
  NO_LANGUAGE_SERVICES,
  type LanguageServices,
  type LanguageServicesSetUp,
  type OrganizationId,
  type SpeechService,
  type TranslationService,
} from '../../protocol/model/index.ts'
import type { ReadDb, WriteDb } from './port.ts'

/** With the keys, which never leave the server but for the services themselves. */
export interface StoredLanguageServices {
  readonly speech: (SpeechService & { readonly key: string }) | null
  readonly translation: (TranslationService & { readonly key: string }) | null
  readonly version: number
}

export const findLanguageServices = async (
  db: ReadDb,
  organizationId: OrganizationId,
): Promise<StoredLanguageServices> => {
  const row = await db.get<{ data: string; version: number }>(
    sql`select data, version from language_services where organization_id = ${organizationId}`,
  )
  const { version } = NO_LANGUAGE_SERVICES
  if (!row) return { speech: null, translation: null, version }
  return {
    ...(JSON.parse(row.data) as Pick<StoredLanguageServices, 'speech' | 'translation'>),
    version: row.version,
  }
}

export const saveLanguageServices = async (
  db: WriteDb,
  organizationId: OrganizationId,
  { speech, translation, version }: StoredLanguageServices,
): Promise<void> => {
  const data = JSON.stringify({ speech, translation })
  await db.run(sql`
    insert into language_services (organization_id, data, version) values (${organizationId}, ${data}, ${version})
    on conflict (organization_id) do update set data = excluded.data, version = excluded.version`)
}

/** What everybody may know of them. */
export const servicesSeen = ({ speech, translation, version }: StoredLanguageServices): LanguageServices => ({
  speech: speech !== null,
  translation: translation !== null,
  version,
})

/** What whoever sets them may know. */
export const setUpSeen = ({
  speech,
  translation,
  version,
}: StoredLanguageServices): LanguageServicesSetUp => ({
  speech: speech && { address: speech.address, model: speech.model, hasKey: speech.key !== '' },
  translation: translation && { address: translation.address, hasKey: translation.key !== '' },
  version,
})
