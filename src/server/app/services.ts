import type { Logger } from '../../base/logger.ts'

/** Something that was started and must be stopped. */
export interface Service {
  readonly name: string
  start(): Promise<void> | void
  stop(): Promise<void> | void
}

/** Starts services in their order; whatever was started is stopped in reverse, each even if another one fails. */
export const createServices = (log: Logger) => {
  const started: Service[] = []
  const stop = async (): Promise<void> => {
    for (const service of started.splice(0).toReversed()) {
      try {
        await service.stop()
      } catch (error) {
        log.error('service not stopped', { service: service.name, error })
      }
    }
  }
  return {
    start: async (services: readonly Service[]): Promise<void> => {
      for (const service of services) {
        started.push(service)
        try {
          await service.start()
        } catch (error) {
          await stop()
          throw error
        }
      }
    },
    stop,
  }
}
