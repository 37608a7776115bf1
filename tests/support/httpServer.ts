import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Starts on a free port, or on the one it had before. */
export const listen = async (
  server: Server,
  port = 0,
): Promise<{ readonly url: string; readonly port: number; close(): Promise<void> }> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: used } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${used}`,
    port: used,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}
