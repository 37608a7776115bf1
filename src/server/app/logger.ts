import { pino } from 'pino'

import type { LogFields, Logger } from '../../base/logger.ts'
import type { LogLevel } from './config.ts'

/** One JSON object a line on standard output. */
export const createLogger = (level: LogLevel): Logger => {
  const target = pino({ level, base: null, serializers: { error: pino.stdSerializers.err } })
  const write = (method: LogLevel) => (message: string, fields?: LogFields) => {
    target[method](fields ?? {}, message)
  }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
