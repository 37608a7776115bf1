import type { MacroStep } from '../../../protocol/model/index.ts'
import { ACTION_NAMES, actionOf, isActionName, type ActionName } from '../actions/index.ts'

/** What can be a step. */
export const STEP_ACTIONS: readonly ActionName[] = ACTION_NAMES.filter(
  (name) => actionOf(name).inMacro !== undefined,
)

/**
 * The first step that would meet another customer than the macro began with; null: there is none.
 *
 * After one that ends or goes on, nothing may be written or done but going on further.
 */
export const misplacedStep = (steps: readonly MacroStep[]): number | null => {
  const left = steps.findIndex(leaves)
  const at = left < 0 ? -1 : steps.findIndex((step, index) => index > left && !leaves(step))
  return at < 0 ? null : at
}

/** Whether one may be with another customer after it. */
export const leaves = (step: MacroStep): boolean =>
  step.kind === 'action' && isActionName(step.action) && actionOf(step.action).inMacro === 'leaves'
