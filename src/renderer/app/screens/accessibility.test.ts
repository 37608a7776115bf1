/** What everybody can use: the whole workbench in its states and themes (WCAG AA). */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('the workbench', () => {
  let { page, open, expectAccessible, field, chooseFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, expectAccessible, field, chooseFirst } = stage())
  })

  describe.each(['light', 'dark'])('in the %s theme', (theme) => {
    it.each(['signed-out', 'setup', 'elsewhere', 'loading'])(
      '%s can be used by everybody (WCAG AA)',
      async (scene) => {
        await open(`theme=${theme}&scene=${scene}`)
        await page.locator('main').waitFor()
        await expectAccessible()
      },
    )

    it('the whole workbench can be used by everybody (WCAG AA), in each of its states', async () => {
      await open(`theme=${theme}&scene=offline`)
      await chooseFirst()
      await page.getByRole('complementary', { name: 'Customer', exact: true }).waitFor()
      await field().fill('On my way')
      await field().press('Enter')
      await page.getByText('Will be sent when connected').waitFor()
      await expectAccessible()
      await page.keyboard.press('Alt+w')
      await page.getByRole('grid', { name: 'Waiting customers' }).waitFor()
      await expectAccessible()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Account and settings/u }).click()
      await page.getByRole('menu').waitFor()
      await expectAccessible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('茶')
      await page.getByRole('option', { name: /白茶/u }).first().waitFor()
      await expectAccessible()
    })
  })

  it.each([
    ['light', 'en', 'plain', 100],
    ['dark', 'zh-CN', 'plain', 150],
    ['light', 'en', 'tide', 150],
    ['contrast', 'zh-CN', 'plain', 100],
  ])(
    'R-03-179 the design page in %s, %s, skin %s, text %i: nothing is cut, everybody can use it',
    async (theme, language, skin, size) => {
      await page.goto(`${stage().url}?scene=design&theme=${theme}&lang=${language}&skin=${skin}&text=${size}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const cut = (): Promise<string[]> =>
        page
          .locator('[data-box], section, button, label, .fy-empty, html')
          .evaluateAll((boxes) =>
            boxes
              .filter((box) => !box.classList.contains('fy-cut') && box.scrollWidth > box.clientWidth)
              .map(({ outerHTML }) => outerHTML.slice(0, 120)),
          )
      await expect.poll(cut).toEqual([])
      await expectAccessible()
    },
  )
})
