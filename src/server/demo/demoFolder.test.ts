import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createDemoFolder } from './demoFolder.ts'
import { startDialogue } from './dialogue/dialogue.ts'
import { scriptById } from './dialogue/scripts.ts'

let path: string
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'foyer-demo-'))
})
afterEach(async () => {
  await rm(path, { recursive: true })
})

const player = (answeredSeq: number) => ({
  id: 'p',
  widgetId: 'w',
  token: 't',
  opened: true,
  dialogue: startDialogue(scriptById('leak'), { name: '', phone: '', email: '', order: '', productId: '' }),
  answeredSeq,
  outbox: [],
  nudges: 0,
})

it('keeps accounts where only their owner can read them', async () => {
  const folder = createDemoFolder(path)
  expect(await folder.read()).toBeNull()
  const file = { accounts: [{ agentId: 'a', name: '甲', account: 'a', password: 'p' }], shopPort: 1 }
  await folder.write(file)
  expect(await folder.read()).toEqual(file)
  if (process.platform !== 'win32') expect((await stat(join(path, 'demo.json'))).mode & 0o777).toBe(0o600)
})

it('ends with the newest state of the customers, however fast they change', async () => {
  const folder = createDemoFolder(path)
  await Promise.all(Array.from({ length: 50 }, async (_, seq) => folder.savePlayers([player(seq)])))
  expect(await createDemoFolder(path).players()).toEqual([player(49)])
  expect(await readdir(path)).toEqual(['demo-customers.json'])
})

it('goes on without a file that is damaged', async () => {
  await writeFile(join(path, 'demo-customers.json'), '{"half')
  expect(await createDemoFolder(path).players()).toEqual([])
})
