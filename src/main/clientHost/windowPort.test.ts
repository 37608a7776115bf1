import { EventEmitter } from 'node:events'

import { expect, it } from 'vitest'

import type { ToHost } from '../../client/api.ts'
import { windowPort, type ElectronPort } from './windowPort.ts'

const createPort = () => {
  const sent: unknown[] = []
  const emitter = new EventEmitter()
  const port: ElectronPort = Object.assign(emitter, {
    postMessage: (message: unknown) => sent.push(message),
    start: () => undefined,
  })
  return { port, sent, say: (data: unknown) => emitter.emit('message', { data }) }
}

it('a window is heard until the line ends, and only what is shaped as agreed', () => {
  const { port, say } = createPort()
  const heard: ToHost[] = []
  const end = windowPort(port).listen((message) => heard.push(message))
  say({ kind: 'query', id: 1, name: 'connection.status', args: {} })
  say({ kind: 'query', id: 'x', name: 'connection.status', args: {} })
  say('nonsense')
  end()
  say({ kind: 'unsubscribe', id: 1 })
  expect(heard).toEqual([{ kind: 'query', id: 1, name: 'connection.status', args: {} }])
})

it('what the host says goes to the window as it is', () => {
  const { port, sent } = createPort()
  windowPort(port).send({ kind: 'answer', id: 1, value: 'x' })
  expect(sent).toEqual([{ kind: 'answer', id: 1, value: 'x' }])
})
