import * as z from 'zod'

import { LanguageServicesSetUp, SpeechService, TranslationService, Version } from '../model/index.ts'
import { LANGUAGE_SERVICE_LIMITS, SERVICE_KEY } from '../model/limits.ts'
import { command } from './command.ts'

/** Null: as it was, as long as the address stays on the same host; empty: none. */
const key = z.string().trim().max(LANGUAGE_SERVICE_LIMITS.key).regex(SERVICE_KEY).nullable()

/**
 * Says which services write down voices and translate texts, null for none; `version` is the one its author saw. A key is
 * given and never told again, and it is forgotten when the address leads to another host.
 */
export const saveLanguageServices = command('language-services.save', {
  by: 'agent',
  permission: 'api.manage',
  sensitive: true,
  secrets: ['key'],
  args: z.strictObject({
    speech: SpeechService.extend({ key }).nullable(),
    translation: TranslationService.extend({ key }).nullable(),
    version: Version,
  }),
  result: z.object({ setUp: LanguageServicesSetUp }),
  codes: ['conflict'],
})
