/** Starts the sync server: `node src/server/app/main.ts --data FOLDER`. */
import { systemClock } from '../../base/clock.ts'
import { createIds } from '../../base/ids.ts'
import { NewerDatabaseError } from '../db/migrate.ts'
import { NotTheDemonstrationError } from '../demo/startDemo.ts'
import { startServer } from './compose.ts'
import { readConfig, type Config } from './config.ts'
import { problemOf } from './dataFolder.ts'
import { createLogger } from './logger.ts'

const EXIT_PROBLEM = 1
const EXIT_USAGE = 2
/** A stop that hangs must not keep the machine from going down. */
const LONGEST_STOP_MS = 10_000

const main = async (): Promise<void> => {
  const read = readConfig(process.argv.slice(2), process.env)
  if (!read.ok) {
    for (const problem of read.problems) process.stderr.write(`${problem}\n`)
    process.exitCode = EXIT_USAGE
    return
  }
  // Conversations of customers: whatever is written belongs to the user of the server alone.
  process.umask(0o077)
  const log = createLogger(read.config.logLevel)
  const server = await startServer(read.config, { clock: systemClock, ids: createIds(systemClock), log })
  log.info('listening', { url: server.url, ...(server.demo && { shop: server.demo.shopUrl }) })

  let stopping = false
  const stop = (cause: string): void => {
    if (stopping) return
    stopping = true
    log.info('stopping', { cause })
    setTimeout(() => process.exit(EXIT_PROBLEM), LONGEST_STOP_MS).unref()
    void server.stop().finally(() => {
      log.info('stopped')
      process.exit(0)
    })
  }
  process.on('SIGTERM', () => {
    stop('SIGTERM')
  })
  process.on('SIGINT', () => {
    stop('SIGINT')
  })
  if (read.config.parent) watchParent(stop)
}

/** Whoever started us holds the other end of a channel or of our standard input. */
const watchParent = (stop: (cause: string) => void): void => {
  const gone = (): void => {
    stop('parent gone')
  }
  if (process.channel) process.on('disconnect', gone)
  else process.stdin.on('end', gone).on('error', gone).resume()
}

const sentenceOf = (error: unknown, config: Config | undefined): string | undefined => {
  if (error instanceof NewerDatabaseError || error instanceof NotTheDemonstrationError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${config?.port ?? ''} is in use by another program.`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${config?.host ?? ''} to listen on.`
  if (code === 'ECONNREFUSED')
    return 'The database does not answer. Is it running, and is DATABASE_URL right?'
  return problemOf(error, config?.data ?? '')?.message
}

main().catch((error: unknown) => {
  const read = readConfig(process.argv.slice(2), process.env)
  const sentence = sentenceOf(error, read.ok ? read.config : undefined)
  process.stderr.write(
    `${sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  )
  process.exit(EXIT_PROBLEM)
})
