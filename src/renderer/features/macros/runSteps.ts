import type { MacroStep, QuickReplyId } from '../../../protocol/model/index.ts'
import { isActionName, type ActionName } from '../actions/index.ts'
import { leaves } from './steps.ts'

export interface StepDoors {
  /** Whether the conversation with which the macro began is still the open one. */
  readonly isHere: () => boolean
  /** Whether it is possible, or soon will be. */
  readonly ready: (name: ActionName) => Promise<boolean>
  readonly run: (name: ActionName) => void
  /** Whether it was done; only sending can hang after it was possible. */
  readonly done: (name: ActionName) => Promise<boolean>
  /** False where there is no such reply any more, or nowhere to put it. */
  readonly insert: (id: QuickReplyId) => boolean
}

/** One after the other; answers the step at which it stopped, or null when all were done. */
export const runSteps = async (steps: readonly MacroStep[], doors: StepDoors): Promise<MacroStep | null> => {
  let left = false
  for (const step of steps) {
    // Nothing reaches another customer: neither by the order of the steps nor because somebody moved on meanwhile.
    if (left ? !leaves(step) : !doors.isHere()) return step
    if (!(await runStep(step, doors))) return step
    left ||= leaves(step)
  }
  return null
}

const runStep = async (step: MacroStep, { ready, run, done, insert }: StepDoors): Promise<boolean> => {
  if (step.kind === 'reply') return insert(step.replyId)
  // A name that a newer program knows.
  if (!isActionName(step.action) || !(await ready(step.action))) return false
  run(step.action)
  return done(step.action)
}
