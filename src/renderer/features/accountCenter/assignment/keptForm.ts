import type { Organization } from '../../../../protocol/model/index.ts'
import { createKept } from '../createKept.ts'
import type { AssignmentForm } from './form.ts'

export const { keptForm, keepForm } = createKept<Organization, AssignmentForm>()
