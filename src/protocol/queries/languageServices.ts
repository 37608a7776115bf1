import * as z from 'zod'

import {
  ConversationId,
  LanguageServiceName,
  LanguageServicesSetUp,
  ServiceTrial,
  TextTranslation,
} from '../model/index.ts'
import { TEXT_LIMIT } from '../model/limits.ts'
import { query } from './query.ts'

/** Where the services are, for whoever sets them. */
export const languageServicesSet = query(
  'language-services.set-up',
  z.strictObject({}),
  LanguageServicesSetUp,
)

/** Really asks a service that is saved: half a second of silence, or a greeting. For whoever sets them. */
export const tryLanguageService = query(
  'language-services.try',
  z.strictObject({ service: LanguageServiceName }),
  ServiceTrial,
)

/** A text in the language in which the customer of this conversation has written last; for whoever holds `ai.use` (R-14-044). */
export const translateForCustomer = query(
  'text.translate',
  z.strictObject({ conversationId: ConversationId, text: z.string().trim().min(1).max(TEXT_LIMIT) }),
  TextTranslation,
)
