import { chromium, type Browser } from 'playwright'

import { CHROMIUM_ARGS, findChromium, thisMachine } from './browser.ts'

export const launchChromium = async (): Promise<Browser> => {
  const executablePath = findChromium(thisMachine(chromium.executablePath()))
  return chromium.launch({
    args: CHROMIUM_ARGS,
    // Several start at once, beside builds and servers.
    timeout: 120_000,
    ...(executablePath ? { executablePath } : {}),
  })
}
