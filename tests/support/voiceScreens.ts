/** Voices of an agent, and the sessions of colleagues, over a made-up desk. */
import { beforeEach, expect, it } from 'vitest'

import type { WorkbenchStage } from './workbenchStage.ts'

/** How long was recorded; whoever looks a second late sees another figure. */
const SOME_SECONDS = /^0:(?:0[1-9]|[1-5]\d)$/u

export const showsVoicesAndRunningSessions = (stage: () => WorkbenchStage): void => {
  let { page, fake, calls, open, expectAccessible } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, expectAccessible } = stage())
  })
  const message = () => page.getByRole('textbox', { name: 'Message', exact: true })
  const openFirst = async (): Promise<void> => {
    await open()
    await page.locator('[data-id="conversation-0"]').click()
    await message().waitFor()
  }
  const tools = () => page.getByRole('toolbar', { name: 'Tools' })
  const start = () => tools().getByRole('button', { name: 'Voice message', exact: true }).click()
  const bar = () => page.getByRole('group', { name: 'Voice message', exact: true })
  const player = () => page.getByLabel(/^Voice message, \d+ s$/u)
  /** A microphone that hears a tone. */
  const giveMicrophone = async (): Promise<void> => {
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = async () => {
        const audio = new AudioContext()
        const tone = audio.createOscillator()
        const end = audio.createMediaStreamDestination()
        tone.connect(end)
        tone.start()
        return end.stream
      }
    })
  }

  it('R-18-067 an agent records a voice, hears it, writes down what it says, and only then sends it', async () => {
    await openFirst()
    await giveMicrophone()
    await message().fill('One moment')
    await start()
    await bar().getByText('Recording, up to 60 seconds').waitFor()
    await bar().getByText(SOME_SECONDS).waitFor()
    // Whoever began by key ends by key.
    await page.keyboard.press('Enter')
    await player().waitFor()
    await player().evaluate(async (audio: HTMLAudioElement) => {
      audio.muted = true
      await audio.play()
    })
    expect(await calls('file.send')).toEqual([])
    const words = page.getByRole('textbox', { name: /^What the voice says/u })
    await words.fill('It comes on Monday')
    await message().press('Enter')
    await expect
      .poll(async () => calls('file.send'))
      .toMatchObject([{ as: 'file', alt: 'It comes on Monday', seconds: expect.any(Number) }])
    await expect.poll(() => player().count()).toBe(0)
  })

  it('R-06-097 another conversation keeps what was said until then; Esc throws it away; a refused microphone is said', async () => {
    await openFirst()
    await giveMicrophone()
    await start()
    await bar().getByText(SOME_SECONDS).waitFor()
    await page.locator('[data-id="conversation-1"]').click()
    await expect.poll(async () => bar().count()).toBe(0)
    await expect.poll(() => player().count()).toBe(0)
    await page.locator('[data-id="conversation-0"]').click()
    await player().waitFor()

    await start()
    await bar().getByRole('button', { name: 'Stop', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(async () => bar().count()).toBe(0)
    await expect.poll(() => player().count()).toBe(1)

    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no'))
    })
    await message().fill('I go on writing')
    await start()
    await page.getByRole('alert').getByText('The microphone cannot be used').waitFor()
    await expect.poll(() => message().inputValue()).toBe('I go on writing')
  })

  it('R-02-220 whoever watches sees what colleagues serve, and moves it with a note as it was seen', async () => {
    await open()
    const button = page.getByRole('contentinfo', { name: 'Status' }).getByRole('button', {
      name: 'Running sessions',
      exact: true,
    })
    await page.locator('[data-id="conversation-0"]').waitFor()
    await expect.poll(() => button.count()).toBe(0)
    await fake((client) => {
      client.change(() => {
        const { me } = client.desk.account
        const [one] = client.desk.conversations
        const agent = client.desk.organization.agents.at(-1)
        if (!me || !one?.session || !agent) throw new Error('the desk is empty')
        const permissions = [...me.permissions, 'monitor.view' as const, 'monitor.force-transfer' as const]
        client.desk.account = { ...client.desk.account, me: { ...me, permissions } }
        const session = { ...one.session, handlerId: agent.id, version: 7 }
        const row = { session, customerName: '周舟', customerNumber: 9, unansweredSince: client.desk.now }
        client.answer('sessions.running', { sessions: [row], total: 1 })
      })
    })
    await button.click()
    const panel = page.getByRole('region', { name: 'Running sessions' })
    await panel.getByText('1 session', { exact: true }).waitFor()
    await expectAccessible()
    await panel.getByRole('button', { name: 'Forced transfer of 周舟' }).click()
    const dialog = page.getByRole('dialog', { name: 'Move 周舟 to somebody else' })
    await dialog.getByRole('radio', { name: /^陈涵/u }).first().check()
    await dialog.getByRole('textbox', { name: 'Note to both agents' }).fill('VIP')
    await dialog.getByRole('button', { name: /^(?:Move|Let the customer wait)$/u }).click()
    await expect
      .poll(async () => calls('session.force-transfer'))
      .toMatchObject([{ version: 7, note: 'VIP' }])
  })
}
