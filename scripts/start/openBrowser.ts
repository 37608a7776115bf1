/** Opens an address in the user's browser, where there is one. */
import { spawn } from 'node:child_process'

type Place = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The command that opens an address here, or undefined on a machine without a screen. */
export const openCommand = (url: string, { platform, env }: Place): readonly string[] | undefined => {
  if (env['CI']) return undefined
  if (platform === 'darwin') return ['open', url]
  // Not `start`, whose shell would take the & of an address for its own.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : undefined
}

/** Answers whether a browser was started; the address is printed anyway. */
export const openBrowser = (url: string): Promise<boolean> => {
  const [command, ...args] = openCommand(url, process) ?? []
  if (command === undefined) return Promise.resolve(false)
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
