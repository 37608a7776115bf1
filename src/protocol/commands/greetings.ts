import * as z from 'zod'

import { Greetings } from '../model/index.ts'
import { command } from './command.ts'

/** Saves the greetings as a whole; `version` is the one their author saw: whoever saved first wins. */
export const saveGreetings = command('greetings.save', {
  by: 'agent',
  permission: 'reception.groups',
  sensitive: true,
  args: Greetings,
  result: z.object({ greetings: Greetings }),
  codes: ['conflict', 'greeting-taken', 'greeting-empty'],
})
