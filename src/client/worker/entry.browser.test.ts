import { afterEach, expect, it } from 'vitest'

import type { FromHost, ToHost } from '../api.ts'

const workers: Worker[] = []
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate()
})

/** A tab: its worker, what it said last of each kind, and a way to ask. */
const openTab = () => {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' })
  workers.push(worker)
  const heard: FromHost[] = []
  worker.addEventListener('message', (event: MessageEvent<FromHost | FromHost[]>) =>
    heard.push(...[event.data].flat()),
  )
  const say = (message: ToHost): void => worker.postMessage(message)
  const ownership = (): string | undefined =>
    heard.findLast((message) => message.kind === 'ownership')?.ownership
  return { worker, heard, say, ownership }
}

it('R-17-070 one tab has the core, another one takes it over with what was saved', async () => {
  const first = openTab()
  await expect.poll(first.ownership).toBe('here')
  first.say({ kind: 'run', id: 1, name: 'setting.save', args: { key: 'theme', value: 'dark' } })
  await expect
    .poll(() => first.heard)
    .toContainEqual({ kind: 'answer', id: 1, value: { ok: true, value: {} } })

  const second = openTab()
  await expect.poll(second.ownership).toBe('elsewhere')
  second.say({ kind: 'use-here' })
  await expect.poll(second.ownership).toBe('here')
  await expect.poll(first.ownership).toBe('elsewhere')
  second.say({ kind: 'subscribe', id: 2, name: 'setting.get', args: { key: 'theme' } })
  await expect.poll(() => second.heard).toContainEqual({ kind: 'answer', id: 2, value: { value: 'dark' } })

  first.say({ kind: 'use-here' })
  await expect.poll(first.ownership).toBe('here')
  await expect.poll(second.ownership).toBe('elsewhere')
})

it('the next tab has the core when the owner is gone', async () => {
  const first = openTab()
  await expect.poll(first.ownership).toBe('here')
  first.worker.terminate()
  const second = openTab()
  await expect.poll(second.ownership).toBe('here')
  second.say({ kind: 'query', id: 3, name: 'account.current', args: {} })
  await expect.poll(() => second.heard.some((message) => message.kind === 'answer')).toBe(true)
  expect(JSON.stringify(second.heard)).not.toContain('"memory"')
})
