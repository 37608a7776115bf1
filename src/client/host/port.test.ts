import { expect, it } from 'vitest'

import { hostPort } from './port.ts'

it('sends what is said in one moment together, and one thing as it is', async () => {
  const sent: unknown[] = []
  const port = hostPort({
    postMessage: (message) => sent.push(message),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })
  port.send({ kind: 'answer', id: 1, value: 'a' })
  port.send({ kind: 'answer', id: 2, value: 'b' })
  await Promise.resolve()
  port.send({ kind: 'answer', id: 3, value: 'c' })
  await Promise.resolve()
  expect(sent).toEqual([
    [
      { kind: 'answer', id: 1, value: 'a' },
      { kind: 'answer', id: 2, value: 'b' },
    ],
    { kind: 'answer', id: 3, value: 'c' },
  ])
})
