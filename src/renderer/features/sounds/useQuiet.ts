import { serverNow, useNow } from '../../ui/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { quietUntil, type QuietTime } from './quiet.ts'

const STEP_MS = 10_000

/** Do not disturb: until when, null while it is off; null as a choice ends it. */
export const useQuiet = (): {
  readonly until: number | null
  readonly choose: (time: QuietTime | null) => void
} => {
  const { value, save } = useAgentSetting('quietUntil')
  const now = useNow(STEP_MS)
  return {
    until: value > now ? value : null,
    choose: (time) => {
      save(time === null ? 0 : quietUntil(time, serverNow()))
    },
  }
}
