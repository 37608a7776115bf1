import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'

import type { ClientApi } from '../../client/api.ts'
import { CoreProvider, useQuery, useRun } from './index.ts'

const fakeClient = () => {
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  const client = {
    run: async (name: string) => ({ ok: true, value: name }),
    query: async () => null,
    subscribe: (name: string, args: { key?: string }, listener: (value: unknown) => void) => {
      const key = `${name} ${args.key ?? ''}`
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(listener))
      return () => set.delete(listener)
    },
  } as unknown as ClientApi
  return {
    client,
    publish: (key: string, value: unknown) => listeners.get(key)?.forEach((listener) => listener(value)),
    count: (key: string) => listeners.get(key)?.size ?? 0,
  }
}

const Setting = ({ name, keep = false }: { readonly name: string; readonly keep?: boolean }) => {
  const answer = useQuery('setting.get', { key: name }, { keep })
  return <p>{answer === undefined ? 'loading' : String(answer.value)}</p>
}

it('shows the live answer, asking once for all components', async () => {
  const { client, publish, count } = fakeClient()
  const screen = await render(
    <CoreProvider client={client}>
      <Setting name="a" />
      <Setting name="a" />
    </CoreProvider>,
  )
  await expect.element(screen.getByText('loading').first()).toBeVisible()
  expect(count('setting.get a')).toBe(1)
  publish('setting.get a', { value: 'one' })
  await expect.element(screen.getByText('one').first()).toBeVisible()
  publish('setting.get a', { value: 'two' })
  await expect.element(screen.getByText('two').nth(1)).toBeVisible()
})

it('keeps the former answer while another question is asked, if wanted', async () => {
  const { client, publish } = fakeClient()
  const show = (name: string) => (
    <CoreProvider client={client}>
      <Setting name={name} keep />
    </CoreProvider>
  )
  const screen = await render(show('a'))
  publish('setting.get a', { value: 'answer a' })
  await expect.element(screen.getByText('answer a')).toBeVisible()
  await screen.rerender(show('b'))
  await expect.element(screen.getByText('answer a')).toBeVisible()
  publish('setting.get b', { value: 'answer b' })
  await expect.element(screen.getByText('answer b')).toBeVisible()
  await screen.rerender(show('a'))
  await expect.element(screen.getByText('answer a')).toBeVisible()
})

it('shows nothing of the former question otherwise', async () => {
  const { client, publish } = fakeClient()
  const show = (name: string) => (
    <CoreProvider client={client}>
      <Setting name={name} />
    </CoreProvider>
  )
  const screen = await render(show('a'))
  publish('setting.get a', { value: 'answer a' })
  await expect.element(screen.getByText('answer a')).toBeVisible()
  await screen.rerender(show('b'))
  await expect.element(screen.getByText('loading')).toBeVisible()
})

const Outbox = () => <p>{useQuery('outbox.list', {}) === undefined ? 'nothing' : 'of somebody'}</p>
const Who = () => <p>{useQuery('account.current', {})?.account?.agentId ?? 'nobody'}</p>

it('R-17-053 when another account takes over, nothing of the former one is shown again', async () => {
  const { client, publish, count } = fakeClient()
  const show = (hasOutbox: boolean) => (
    <CoreProvider client={client}>
      <Who />
      <Setting name="theme" />
      {hasOutbox ? <Outbox /> : null}
    </CoreProvider>
  )
  const screen = await render(show(true))
  publish('account.current ', { account: { agentId: 'mia' } })
  publish('outbox.list ', [])
  publish('setting.get theme', { value: 'dark' })
  await expect.element(screen.getByText('of somebody')).toBeVisible()
  publish('account.current ', { account: { agentId: 'mia' } })
  await expect.element(screen.getByText('of somebody')).toBeVisible()
  publish('account.current ', { account: { agentId: 'tom' } })
  await expect.element(screen.getByText('tom')).toBeVisible()
  await expect.element(screen.getByText('nothing')).toBeVisible()
  // What is set for the device is nobody's.
  await expect.element(screen.getByText('dark')).toBeVisible()
  expect(count('outbox.list ')).toBe(1)
  publish('outbox.list ', [])
  await expect.element(screen.getByText('of somebody')).toBeVisible()

  // What nobody shows at the moment is kept for a while, but for nobody else.
  await screen.rerender(show(false))
  publish('account.current ', { account: { agentId: 'mia' } })
  await screen.rerender(show(true))
  await expect.element(screen.getByText('nothing')).toBeVisible()
})

const Retry = ({ onResult }: { readonly onResult: (result: unknown) => void }) => {
  const run = useRun()
  return (
    <button type="button" onClick={() => void run('connection.retry', {}).then(onResult)}>
      retry
    </button>
  )
}

it('runs commands', async () => {
  const { client } = fakeClient()
  const results: unknown[] = []
  const screen = await render(
    <CoreProvider client={client}>
      <Retry onResult={(result) => results.push(result)} />
    </CoreProvider>,
  )
  await screen.getByText('retry').click()
  await expect.poll(() => results).toEqual([{ ok: true, value: 'connection.retry' }])
})
