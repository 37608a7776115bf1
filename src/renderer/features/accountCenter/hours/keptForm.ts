import type { Organization } from '../../../../protocol/model/index.ts'
import { createKept } from '../createKept.ts'
import type { HoursSettings } from './settings.ts'

export const { keptForm, keepForm } = createKept<Organization, HoursSettings>()
