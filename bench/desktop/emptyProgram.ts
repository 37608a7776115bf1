/** A desktop program that does nothing: what is left of a figure when this is taken away is Foyer's. */
import { join } from 'node:path'

import { app, BrowserWindow, utilityProcess } from 'electron'

import { systemClock } from '../../src/base/clock.ts'
import { openLogFile } from '../../src/main/app/logFile.ts'
import { watchStart } from '../../src/main/app/startPhases.ts'

await app.whenReady()
const { write } = openLogFile(app.getPath('logs'))
const phases = watchStart({ app, clock: systemClock, began: performance.timeOrigin, write })
utilityProcess.fork(join(import.meta.dirname, 'emptyCore.ts'))
const window = new BrowserWindow()
await window.loadURL('data:text/html,<p>empty</p>')
phases.reached('list')
