/** Joins the window with the program: what it remembers, and what closing it means. */
import type { Clock } from '../../base/clock.ts'
import type { Ending } from '../app/ending.ts'
import type { ShellFile } from '../app/shellFile.ts'
import type { ShellTeller } from '../app/shellNews.ts'
import { openWorkbenchWindow, type WorkbenchWindow, type WorkbenchWindowOptions } from './workbenchWindow.ts'

export interface WindowSurroundings extends Pick<
  WorkbenchWindowOptions,
  'onHidden' | 'onSeen' | 'startsHidden' | 'onZoomWish' | 'words' | 'log'
> {
  readonly clock: Clock
  readonly memory: ShellFile
  readonly teller: Pick<ShellTeller, 'windowRestored'>
  readonly ending: Pick<Ending, 'isSure' | 'mayClose'>
  /** There is an icon to come back by. */
  readonly hasTray: boolean
}

export const startWindow = (surroundings: WindowSurroundings): WorkbenchWindow => {
  const { memory, teller, ending, hasTray, ...options } = surroundings
  // Without the icon only macOS, with its dock, has a way back.
  const mayHide = (): boolean => process.platform === 'darwin' || (hasTray && memory.get().closeToTray)
  return openWorkbenchWindow({
    ...options,
    place: memory.get().places.workbench,
    savePlace: (workbench) => memory.change({ places: { workbench } }),
    onClosing: () => {
      if (ending.isSure()) return 'close'
      if (mayHide()) return 'hide'
      return ending.mayClose() ? 'close' : 'stay'
    },
    onRestored: teller.windowRestored,
    zoom: () => memory.get().zoom,
  })
}
