import * as z from 'zod'

import { QuickReplyId } from './ids.ts'
import { line } from './primitives.ts'

export const MACRO_LIMIT = 20
export const MACRO_STEP_LIMIT = 8

/** One thing a macro does: an action of the workbench by its name, or a quick reply put into the open composer. */
export const MacroStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('action'), action: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('reply'), replyId: QuickReplyId }),
])
export type MacroStep = z.infer<typeof MacroStep>

/** Several things on one key, done one after the other. */
export const Macro = z.object({
  id: z.uuid(),
  name: line(1, 40),
  steps: z.array(MacroStep).min(1).max(MACRO_STEP_LIMIT).readonly(),
})
export type Macro = z.infer<typeof Macro>
