import * as z from 'zod'

import { LanguageServiceName, LanguageServicesSetUp, ServiceTrial } from '../model/index.ts'
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
