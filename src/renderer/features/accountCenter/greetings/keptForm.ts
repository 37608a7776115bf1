import type { Greetings } from '../../../../protocol/model/index.ts'
import { createKept } from '../createKept.ts'
import type { GreetingsForm } from './form.ts'

export const { keptForm, keepForm } = createKept<Greetings, GreetingsForm>()
