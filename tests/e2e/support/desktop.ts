/** The desktop program, in its stand-in or in Electron, with a profile that several starts may use. */
import { newProfile, startDesktop, type Desktop, type DesktopOptions } from '../../support/electron/launch.ts'
import type { ProductServer } from '../../support/productServer.ts'
import { deskIn, type Desk } from './desk.ts'
import { startElectron } from './electron.ts'
import { expect, test as base } from './test.ts'

interface Fixtures {
  readonly profile: string
  /** Starts the program on the profile; all are ended with the test. */
  readonly desktop: (options?: Omit<DesktopOptions, 'profile'>) => Desktop
}

const binary = process.env['FOYER_ELECTRON']

/** Whether a test can see and move what the system would show. */
export const isStandIn = binary === undefined

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads from the pattern what is needed: nothing
  profile: async ({}, use) => {
    const profile = newProfile()
    await use(profile.folder)
    profile.remove()
  },

  desktop: async ({ profile }, use) => {
    const started: Desktop[] = []
    await use((options = {}) => {
      const desktop = isStandIn
        ? startDesktop({ profile, ...options })
        : startElectron(binary ?? '', { profile, ...options })
      started.push(desktop)
      return desktop
    })
    for (const desktop of started) await desktop.quit()
  },
})

/** What the program is given to sign in once. */
export const ticketFor = async (server: ProductServer): Promise<Readonly<Record<string, string>>> => ({
  FOYER_SIGN_IN_URL: await server.ticketUrl(),
})

/** The workbench in the window, as it is found in a browser too. */
export const deskOf = async (desktop: Desktop): Promise<Desk> => {
  const desk = deskIn(await desktop.page())
  await expect(desk.connection).toHaveText('Connected')
  return desk
}

/** As the system would, or a bug. */
export const killCore = async (desktop: Desktop): Promise<void> => {
  const pid = await desktop.evaluate(({ app, standIn }) =>
    standIn
      ? standIn.processes[0]?.pid
      : app.getAppMetrics().find(({ serviceName }) => serviceName === 'Foyer client core')?.pid,
  )
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}

export { expect } from './test.ts'
