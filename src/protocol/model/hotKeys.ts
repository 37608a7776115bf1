import * as z from 'zod'

/** A combination of keys as the table of actions writes it, such as `Mod+Shift+K`. */
const Combination = z.string().min(1).max(40)

/** Other keys than the usual ones, by the name of the action or the id of the macro; an empty list: none (R-03-190). */
export const HotKeys = z.record(z.string().max(64), z.array(Combination).max(3).readonly()).readonly()
export type HotKeys = z.infer<typeof HotKeys>
