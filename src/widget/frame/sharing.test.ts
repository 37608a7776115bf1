/** Pictures, files, voices and emoji of a customer. */
import { beforeEach, describe, expect, it } from 'vitest'

import { type FrameStage, useFrame } from '../../../tests/support/frameStage.ts'

const LIN = { name: '林溪', avatarUrl: null }

const stage = useFrame()

describe('sharing', () => {
  let { server, page, open, field, list, tool, write, sent, expectAccessible } = {} as FrameStage
  beforeEach(() => {
    ;({ server, page, open, field, list, tool, write, sent, expectAccessible } = stage())
  })
  /** A microphone that always hears the same, or that is refused. */
  const giveMicrophone = async (allowed: boolean): Promise<void> => {
    await page.addInitScript((isAllowed) => {
      navigator.mediaDevices.getUserMedia = async () => {
        if (!isAllowed) throw new DOMException('no', 'NotAllowedError')
        const audio = new AudioContext()
        const tone = audio.createOscillator()
        const end = audio.createMediaStreamDestination()
        tone.connect(end)
        tone.start()
        return end.stream
      }
    }, allowed)
  }
  const microphone = () => page.getByRole('button', { name: 'Voice message', exact: true })

  it('a picture is sent, shown in its reserved place, and converted when the server would not take it', async () => {
    await open()
    await tool('Send a picture').waitFor()
    const input = page.locator('input[type=file]').first()
    const webp = await page.evaluate(async () => {
      const canvas = document.createElement('canvas')
      canvas.width = 40
      canvas.height = 30
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/webp')
      })
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
    })
    await input.setInputFiles({ name: 'photo.webp', mimeType: 'image/webp', buffer: Buffer.from(webp) })
    await expect
      .poll(() => server.uploads.map(({ name, kind }) => [name, kind]))
      .toEqual([['photo.png', 'image']])
    const picture = list().getByRole('img', { name: 'photo.png' })
    await picture.waitFor()
    expect(await picture.getAttribute('width')).toBe('40')
    expect(await picture.getAttribute('height')).toBe('30')
  })

  it('R-18-030 a picture over 5 MB is offered to be made smaller on the device', async () => {
    await open()
    await tool('Send a picture').waitFor()
    const large = await page.evaluate(async () => {
      const canvas = document.createElement('canvas')
      canvas.width = 1600
      canvas.height = 1200
      const drawing = canvas.getContext('2d')
      const noise = drawing?.createImageData(1600, 1200)
      for (let at = 0; noise && at < noise.data.length; at += 65_536) {
        crypto.getRandomValues(noise.data.subarray(at, at + 65_536) as unknown as Uint8Array<ArrayBuffer>)
      }
      if (noise) drawing?.putImageData(noise, 0, 0)
      const data = new DataTransfer()
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/png')
      })
      data.items.add(new File([blob ?? ''], 'photo.png', { type: 'image/png' }))
      const field = document.querySelector('textarea')
      field?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
      return blob?.size ?? 0
    })
    expect(large).toBeGreaterThan(5 * 1024 * 1024)
    await page.getByText('the limit is 5 MB').waitFor()
    expect(server.uploads).toEqual([])
    await page.getByRole('button', { name: 'Reduce and send' }).click()
    await expect.poll(() => server.uploads.map(({ name }) => name)).toEqual(['photo.jpg'])
    expect(server.uploads[0]?.bytes.length).toBeLessThanOrEqual(5 * 1024 * 1024)
  })

  it('R-18-031 R-06-034 (the customer’s side) what is too large and programs are refused when they are chosen, pasted and dropped, by name; a file shows its progress and can be cancelled', async () => {
    await open()
    await tool('Send a file').waitFor()
    const input = page.locator('input[type=file]').nth(1)
    await input.setInputFiles({
      name: 'setup.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('MZ'),
    })
    const program = (name: string) =>
      page.getByText(`“${name}” was not sent: programs and scripts are not accepted.`)
    await program('setup.exe').waitFor()
    await field().evaluate((element) => {
      const data = new DataTransfer()
      data.items.add(new File(['MZ'], 'holiday.pdf', { type: 'application/pdf' }))
      data.items.add(new File(['any'], 'macro.vbs'))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await program('holiday.pdf').waitFor()
    await program('macro.vbs').waitFor()
    await list().evaluate((element) => {
      const data = new DataTransfer()
      const part = new Uint8Array(1024 * 1024)
      data.items.add(new File([...Array<Uint8Array<ArrayBuffer>>(100).fill(part), 'x'], 'film.mov'))
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await page.getByText('“film.mov” was not sent: a file may have at most 100 MB.').waitFor()
    expect(server.uploads).toEqual([])
    server.holdUploads = true
    await input.setInputFiles({ name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('order') })
    await page.getByRole('progressbar').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    server.holdUploads = false
    await input.setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('list') })
    await list()
      .getByRole('link', { name: /list\.txt/u })
      .waitFor()
    await expect
      .poll(() => server.messages.map(({ body }) => body.kind === 'file' && body.name))
      .toEqual(['list.txt'])
  })

  it('emoji are chosen with the keyboard and Esc goes one step back', async () => {
    await open()
    await field().fill('ok ')
    await page.getByRole('button', { name: 'Emoji' }).click()
    await page.locator('.emojis button:focus').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(async () => field().inputValue()).toBe('ok 😄')
    await page.locator('textarea:focus').waitFor()
  })

  it('R-18-032 a voice is recorded, heard and sent, with its code fetched on use', async () => {
    await giveMicrophone(true)
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await open()
    await field().waitFor()
    expect(fetched.some((url) => url.includes('VoiceRecorder'))).toBe(false)
    await microphone().focus()
    await page.keyboard.press('Enter')
    await page.getByText(/^[1-9]\d* s$/u).waitFor()
    await expectAccessible()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByLabel(/^Voice message, \d+ s$/u).waitFor()
    expect(sent()).toEqual([])
    await page.getByRole('button', { name: 'Send voice' }).click()
    await expect.poll(() => sent().length).toBe(1)
    expect(sent()[0]).toMatchObject({ args: { body: { kind: 'file', seconds: expect.any(Number) } } })
    await list()
      .getByLabel(/^Voice message, \d+ s$/u)
      .waitFor()
  })

  it('R-18-032 a microphone that is refused takes the button away, says how to allow it, and writing goes on', async () => {
    await giveMicrophone(false)
    await open()
    await microphone().click()
    await page
      .getByRole('alert')
      .getByText(/microphone cannot be used/u)
      .waitFor()
    await microphone().waitFor({ state: 'detached' })
    await write('hello')
    await expect.poll(() => sent().length).toBe(1)
  })

  it('R-18-017 the tools that the company has switched off are not there', async () => {
    server.settings = { ...server.settings, tools: ['picture'] }
    await open()
    server.become({ session: 'active', agent: LIN })
    await page.getByRole('button', { name: 'Send a picture' }).waitFor()
    for (const name of ['Emoji', 'Send a file', 'Voice message', 'Rate', 'End conversation'])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0)
    await field().evaluate((element) => {
      const data = new DataTransfer()
      data.items.add(new File(['x'], 'note.txt', { type: 'text/plain' }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await page.getByRole('alert').getByText('This cannot be sent here').waitFor()
    expect(server.uploads).toEqual([])
  })
})
