/** One customer's way through everything reception does, and the shorter ways of three others, in their order. */
import type { Desk } from './desk.ts'
import { mainWay, WRITTEN_ON_MAIN_WAY } from './mainWay.ts'
import { botWay, invitationWay, nightWay, WRITTEN_ON_OTHER_WAYS } from './otherWays.ts'
import type { Step } from './step.ts'

/** All that anybody wrote; each is there once in the end. */
export const WRITTEN = [...WRITTEN_ON_MAIN_WAY, ...WRITTEN_ON_OTHER_WAYS]

export const stepsOf = (desk: Desk): readonly Step[] => [
  ...mainWay(desk),
  ...invitationWay(desk),
  ...botWay(desk),
  ...nightWay(desk),
]
