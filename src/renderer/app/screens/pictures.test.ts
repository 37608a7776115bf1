/** Pictures of the screen, and a conversation on paper. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('beside conversations', () => {
  let { page, calls, open, expectAccessible, openFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, calls, open, expectAccessible, openFirst } = stage())
  })
  /** The browser shows a screen of 400 × 200: red to the left, blue to the right. */
  const shareScreen = (): Promise<void> =>
    page.evaluate(() => {
      navigator.mediaDevices.getDisplayMedia = async () => {
        const screen = document.createElement('canvas')
        screen.width = 400
        screen.height = 200
        const context = screen.getContext('2d')
        const paint = (): void => {
          if (!context) return
          context.fillStyle = '#f00'
          context.fillRect(0, 0, 200, 200)
          context.fillStyle = '#00f'
          context.fillRect(200, 0, 200, 200)
        }
        paint()
        // A stream tells of a picture when it is painted.
        setInterval(paint, 20)
        return screen.captureStream()
      }
    })
  const dialog = () => page.getByRole('dialog', { name: 'Screenshot', exact: true })
  const board = () => dialog().getByRole('application')
  const colorAt = (x: number, y: number): Promise<number[]> =>
    board().evaluate(
      (canvas, [left = 0, top = 0]) => [
        ...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(left, top, 1, 1).data ?? []),
      ],
      [x, y],
    )

  it('R-06-004 (our own channels) R-06-107 a picture of the screen is cut, marked and made unreadable, and goes into the composer, not to the customer', async () => {
    await openFirst()
    await shareScreen()
    await page.getByRole('toolbar').getByRole('button', { name: 'Screenshot', exact: true }).click()
    await board().waitFor()
    await expectAccessible()
    const shown = await board().boundingBox()
    if (!shown) throw new Error('there is no picture')
    const drag = async (fromX: number, fromY: number, toX: number, toY: number): Promise<void> => {
      const scale = shown.width / 400
      await page.mouse.move(shown.x + fromX * scale, shown.y + fromY * scale)
      await page.mouse.down()
      await page.mouse.move(shown.x + toX * scale, shown.y + toY * scale)
      await page.mouse.up()
    }
    const choose = (tool: string) => dialog().getByText(tool, { exact: true }).click()
    await choose('Mosaic')
    await drag(150, 50, 250, 150)
    // Where red and blue met there is something between them.
    await expect.poll(async () => (await colorAt(205, 100)).slice(0, 3)).not.toEqual([0, 0, 255])
    await choose('Box')
    await dialog().getByRole('combobox', { name: 'Colour' }).selectOption('Green')
    await drag(20, 20, 80, 80)
    await expect.poll(() => colorAt(20, 50)).toEqual([18, 138, 67, 255])
    await dialog().getByRole('button', { name: 'Undo the last step' }).click()
    await expect.poll(async () => (await colorAt(20, 50))[0]).toBeGreaterThan(200)
    // The area is drawn without a pointer: the pen starts in the middle.
    await choose('Area')
    await board().focus()
    for (const key of ['Space', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Space'])
      await page.keyboard.press(key)
    await expect.poll(async () => (await colorAt(10, 10))[0]).toBeLessThan(200)
    await dialog().getByRole('button', { name: 'Put into the composer' }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('textbox', { name: /^What Screenshot .+\.png shows/u }).waitFor()
    await expect.poll(async () => (await calls('draft-file.keep')).length).toBe(1)
    expect(await calls('message.send')).toEqual([])
  })

  it('R-06-107 words are written where somebody clicked, and stay there with Enter', async () => {
    await openFirst()
    await shareScreen()
    await page.getByRole('toolbar').getByRole('button', { name: 'Screenshot', exact: true }).click()
    await board().waitFor()
    const picture = (): Promise<string> =>
      board().evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
    const untouched = await picture()
    await dialog().getByText('Text', { exact: true }).click()
    await board().click({ position: { x: 60, y: 60 } })
    const words = dialog().getByRole('textbox', { name: 'Text' })
    await expect.poll(() => words.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('See here')
    await expect.poll(picture).not.toBe(untouched)
    await page.keyboard.press('Enter')
    await expect.poll(() => words.inputValue()).toBe('')
    const written = await picture()
    expect(written).not.toBe(untouched)
    await board().click({ position: { x: 200, y: 120 } })
    await page.keyboard.type('and here')
    await expect.poll(picture).not.toBe(written)
    await dialog().getByRole('button', { name: 'Undo the last step' }).click()
    await expect.poll(picture).toBe(written)
    await dialog().getByRole('button', { name: 'Undo the last step' }).click()
    await expect.poll(picture).toBe(untouched)
  })

  it('without an open conversation the picture can only be copied; one that was not wanted is no failure', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await open()
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await page.evaluate(() => {
      navigator.mediaDevices.getDisplayMedia = async () => {
        document.body.dataset['refused'] = 'yes'
        throw new DOMException('no', 'NotAllowedError')
      }
    })
    await page.keyboard.press('Control+Alt+a')
    await page.locator('body[data-refused]').waitFor()
    await shareScreen()
    await page.keyboard.press('Control+Alt+a')
    await dialog().getByText('No conversation is open').waitFor()
    await expect.poll(() => dialog().getByRole('button', { name: 'Put into the composer' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
    await dialog().getByRole('button', { name: 'Copy', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    const kinds = (): Promise<string[]> =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types))
    await expect.poll(kinds).toEqual(['image/png'])
  })

  it('a conversation is printed whole, with its day and its authors, and nothing of the window', async () => {
    await openFirst()
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset['printed'] = document.querySelector('.fy-print')?.textContent ?? ''
      }
    })
    await page.keyboard.press('Control+p')
    const printed = page.locator('body[data-printed]')
    await printed.waitFor({ state: 'attached' })
    const text = (await printed.getAttribute('data-printed')) ?? ''
    expect(text).toContain('printed by')
    await page.emulateMedia({ media: 'print' })
    const paper = page.getByRole('article').filter({ hasText: 'printed by' })
    await paper.waitFor()
    await expect.poll(() => page.getByRole('listbox').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => {
      window.dispatchEvent(new Event('afterprint'))
    })
    await page.locator('.fy-print').waitFor({ state: 'detached' })
  })
})
