import type { RoutingRule, RoutingRules } from '../../../../protocol/model/index.ts'
import { createKept } from '../createKept.ts'

/** Rules that were changed and not saved when the page was left. */
export const { keptForm, keepForm } = createKept<RoutingRules, readonly RoutingRule[]>()
