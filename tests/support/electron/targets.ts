/** The pages of the browser: those of the program's windows, and none besides. */
import type { CdpBrowser } from './cdp.ts'
import { record } from './state.ts'

/** Asked about a window that its page wants. */
type OnWanted = () => void

const own = new Map<string, OnWanted>()
/** Windows being made, whose ids are not known yet. */
let making = 0
let watching: Promise<unknown> | undefined

/** An empty page for a window of the program. */
export const openTarget = async (browser: CdpBrowser, onWanted: OnWanted): Promise<string> => {
  await (watching ??= closeOthers(browser))
  making += 1
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  own.set(targetId as string, onWanted)
  making -= 1
  return targetId as string
}

/** A page that no window of the program made is closed at once; the program is asked about it as Electron asks. */
const closeOthers = async (browser: CdpBrowser): Promise<void> => {
  browser.on('Target.targetCreated', ({ targetInfo }) => {
    const { targetId, type, openerId } = targetInfo as {
      readonly targetId: string
      readonly type: string
      readonly openerId?: string
    }
    if (type !== 'page' || own.has(targetId) || (making > 0 && openerId === undefined)) return
    const onWanted = own.get(openerId ?? '')
    if (onWanted) onWanted()
    else record('page closed', targetInfo)
    void browser.send('Target.closeTarget', { targetId }).catch(() => undefined)
  })
  await browser.send('Target.setDiscoverTargets', { discover: true })
}
