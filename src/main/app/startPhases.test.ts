import { EventEmitter } from 'node:events'

import type { App } from 'electron'
import { expect, it } from 'vitest'

import { createTestClock, TEST_START } from '../../../tests/support/clock.ts'
import { watchStart } from './startPhases.ts'

it('a start is told part by part in one line, when the list stands on the screen', () => {
  const clock = createTestClock()
  const app = new EventEmitter()
  const webContents = new EventEmitter()
  const lines: unknown[] = []
  clock.advance(120)
  const { reached } = watchStart({
    app: app as unknown as App,
    clock,
    began: TEST_START,
    write: (line) => lines.push(JSON.parse(line)),
  })
  clock.advance(30)
  app.emit('browser-window-created', {}, { webContents })
  clock.advance(200)
  reached('core')
  clock.advance(100)
  webContents.emit('did-finish-load')
  expect(lines).toEqual([])
  clock.advance(250)
  reached('list')
  // A core, a page or a window that is started again is none of it.
  clock.advance(5000)
  reached('core')
  reached('list')
  app.emit('browser-window-created', {}, { webContents })
  webContents.emit('did-finish-load')
  expect(lines).toEqual([
    { level: 'info', msg: 'started', readyMs: 120, windowMs: 150, coreMs: 350, pageMs: 450, listMs: 700 },
  ])
})
