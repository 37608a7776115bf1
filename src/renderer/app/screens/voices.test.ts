/** Voices of an agent. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

/** How long was recorded; whoever looks a second late sees another figure. */
const SOME_SECONDS = /^0:(?:0[1-9]|[1-5]\d)$/u

const stage = useWorkbench()

describe('voices', () => {
  let { page, calls, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, calls, openFirst } = stage())
  })
  const message = () => page.getByRole('textbox', { name: 'Message', exact: true })
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
})
