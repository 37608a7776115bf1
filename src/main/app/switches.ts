/** Switches by which another program could look into this one or weaken it. */

/** No fuse covers these. Refusing them stops only casual abuse: who can start programs as the user can do worse. */
const FORBIDDEN = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
]

/** Whether the program was started with one of them. */
export const hasForbiddenSwitch = (args: readonly string[]): boolean =>
  args.some((arg) => {
    const name = /^--([a-z-]+)(?:=|$)/u.exec(arg)?.[1]
    return name !== undefined && FORBIDDEN.includes(name)
  })
