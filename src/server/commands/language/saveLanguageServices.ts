import { ok, refuse } from '../../../base/result.ts'
import {
  findLanguageServices,
  saveLanguageServices as write,
  servicesSeen,
  setUpSeen,
  type StoredLanguageServices,
} from '../../db/languageServices.ts'
import type { Handler } from '../handler.ts'

export const saveLanguageServices: Handler<'language-services.save'> = async (
  { tx, organizationId, publish },
  _principal,
  { speech, translation, version },
) => {
  const before = await findLanguageServices(tx, organizationId)
  if (before.version !== version) return refuse('conflict', { version: before.version })
  const stored: StoredLanguageServices = {
    speech: speech && { ...speech, key: keyOf(speech, before.speech) },
    translation: translation && { ...translation, key: keyOf(translation, before.translation) },
    version: version + 1,
  }
  await write(tx, organizationId, stored)
  publish('org', 'language-services.changed', { services: servicesSeen(stored) })
  return ok({ setUp: setUpSeen(stored) })
}

interface Reached {
  readonly address: string
}

/** Nobody is to learn a key by leading it to a host of their own. */
const keyOf = (
  { address, key }: Reached & { readonly key: string | null },
  before: (Reached & { readonly key: string }) | null,
): string => {
  if (key !== null) return key
  return before && new URL(before.address).origin === new URL(address).origin ? before.key : ''
}
