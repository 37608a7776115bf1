/** The options of `npm start`. */
import { parseArgs } from 'node:util'

export type StartOptions = {
  readonly help: boolean
  readonly data: string | undefined
  readonly port: number | undefined
  readonly reset: boolean
  readonly yes: boolean
  readonly demo: boolean
  readonly web: boolean
  readonly open: boolean
}

export const START_USAGE = `Starts Foyer on this machine: the sync server, a demonstration organisation and the client.

  npm start -- [options]

  --data DIR   keep the data in DIR instead of your data folder
  --port N     use port N (otherwise the one of last time, or a free one)
  --no-demo    an empty server for real use instead of the demonstration
  --web        open the web workbench, not the desktop client
  --no-open    open nothing, only print the address
  --reset      begin afresh; the old data is moved aside, not deleted
  --yes        do not ask before --reset
  --help       show this`

const messageOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  return message.split(/\.\s/u)[0]?.replace(/\.$/u, '') ?? message
}

/** A port number, or undefined when the text is none. */
export const parsePort = (text: string): number | undefined => {
  const port = Number(text)
  return /^\d{1,5}$/u.test(text) && port >= 1 && port <= 65_535 ? port : undefined
}

/** The options, or a sentence about what is wrong with them. */
export const parseStartOptions = (args: string[]): StartOptions | string => {
  try {
    const { values } = parseArgs({
      args,
      allowNegative: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        data: { type: 'string' },
        port: { type: 'string' },
        reset: { type: 'boolean' },
        yes: { type: 'boolean', short: 'y' },
        demo: { type: 'boolean' },
        web: { type: 'boolean' },
        open: { type: 'boolean' },
      },
    })
    const port = values.port === undefined ? undefined : parsePort(values.port)
    if (values.port !== undefined && port === undefined)
      return `--port wants a number from 1 to 65535, not "${values.port}"`
    if (values.data === '') return '--data wants a folder'
    return {
      help: values.help ?? false,
      data: values.data,
      port,
      reset: values.reset ?? false,
      yes: values.yes ?? false,
      demo: values.demo ?? true,
      web: values.web ?? false,
      open: values.open ?? true,
    }
  } catch (error) {
    return messageOf(error)
  }
}
