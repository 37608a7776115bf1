import { ok, refuse, type Result } from '../../base/result.ts'
import { commands } from '../../protocol/commands/index.ts'
import type { OnlineCommandName } from '../api.ts'

/** What the server says it did, if it can be read. */
export const readResult = (name: OnlineCommandName, result: unknown): Result<unknown> => {
  const parsed = commands[name].result.safeParse(result)
  return parsed.success ? ok(parsed.data) : refuse('internal')
}
