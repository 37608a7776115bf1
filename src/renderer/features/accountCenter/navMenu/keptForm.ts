import type { NavMenu, NavMenuPlan } from '../../../../protocol/model/index.ts'
import { createKept } from '../createKept.ts'

export const { keptForm, keepForm } = createKept<NavMenu, NavMenuPlan>()
