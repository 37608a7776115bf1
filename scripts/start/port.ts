/** Chooses the port of the sync server. */
import { createServer } from 'node:net'

const FIRST_CHOICE = 4310
const CHOICES = 20

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })

/** The first free port: the wanted one, then the usual ones. Only the wanted one when `strict`. */
export const choosePort = async (
  wanted: number | undefined,
  strict: boolean,
  host: string,
): Promise<number | undefined> => {
  const usual = Array.from({ length: CHOICES }, (_, index) => FIRST_CHOICE + index)
  const candidates = wanted === undefined ? usual : strict ? [wanted] : [wanted, ...usual]
  for (const port of candidates) if (await isFree(port, host)) return port
  return undefined
}
