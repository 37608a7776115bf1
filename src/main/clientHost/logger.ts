/** The log of the core's process: one JSON line each, to where the main process's own goes. */
import type { LogFields, Logger } from '../../base/logger.ts'

export const createLogger = (write: (line: string) => void): Logger => {
  const log =
    (level: string) =>
    (message: string, fields: LogFields = {}): void =>
      write(`${JSON.stringify({ level, msg: message, ...fields })}\n`)
  return { debug: () => undefined, info: log('info'), warn: log('warn'), error: log('error') }
}
