/** The customers nobody has yet. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'

const stage = useWorkbench()

describe('the pool', () => {
  let { page, open, fake, calls, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, fake, calls, field } = stage())
  })
  const rows = () => page.getByRole('listbox').getByRole('option')

  it('R-02-118 R-02-121 ticked customers are accepted in order; who was faster is said and nothing else is lost', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Alt+w')
    const grid = page.getByRole('grid')
    // Arrows and Enter mean the first row at once.
    const isFocused = (one: Element): boolean => one === document.activeElement
    await expect.poll(async () => grid.getByRole('row').nth(1).evaluate(isFocused)).toBe(true)
    await grid.getByRole('row').nth(1).click()
    await grid.getByRole('row').nth(2).click()
    await fake((client) => {
      client.refuseNext('session.accept', 'already-taken', { agentName: 'Lin' })
    })
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await page.getByText('Accepted 1, 1 not: Lin was faster and took this customer.').waitFor()
    await expect
      .poll(() => calls('session.accept'))
      .toEqual([{ sessionId: 'pool-0' }, { sessionId: 'pool-1' }])
  })

  it('R-02-129 a pool that cannot be loaded says so, tries again and keeps the filters; an empty one says so too', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Alt+w')
    const pool = page.getByRole('region', { name: 'Waiting customers' })
    await pool.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Nobody' })
    await page.keyboard.press('Escape')
    await fake((client) => {
      client.setStatus({ state: 'offline', since: 1 })
    })
    await pool.getByText('Could not load the pool').waitFor()
    await pool.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(async () => (await calls('connection.confirm')).length).toBe(1)
    await pool.getByRole('button', { name: '1 filter' }).waitFor()
    await fake((client) => {
      client.change(() => {
        client.desk.pool = []
      })
      client.setStatus({ state: 'connected', since: 2 })
    })
    await pool.getByRole('button', { name: 'Clear filters' }).click()
    await pool.getByText('No waiting customers').waitFor()
  })

  it('R-03-113 a key accepts the next customer, one’s own first, and opens the conversation', async () => {
    await open()
    await rows().first().waitFor()
    await page.keyboard.press('Alt+a')
    await page.getByRole('heading', { name: '何美玲' }).first().waitFor()
    await expect.poll(() => field().evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('a key that is heard while the line is down says so until there is an answer, and counts once', async () => {
    await open()
    await rows().first().waitFor()
    await fake((client) => {
      client.holdNext('session.accept')
    })
    await page.keyboard.press('Alt+a')
    await page.getByRole('status').getByText('Accepting…').waitFor()
    await page.keyboard.press('Alt+a')
    await fake((client) => {
      client.letGo()
    })
    await page.getByRole('heading', { name: '何美玲' }).first().waitFor()
    await expect.poll(() => page.getByText('Accepting…').count()).toBe(0)
    await expect.poll(() => calls('session.accept')).toHaveLength(1)
  })
})

describe('over the list', () => {
  let { page, open, expectAccessible, row } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, expectAccessible, row } = stage())
  })

  it('R-03-111 who waits is shown over the list, filtered, sorted and looked at there, and Esc brings the list back', async () => {
    await open()
    await row(0).waitFor()
    await page.keyboard.press('Alt+w')
    const panel = page.getByRole('region', { name: 'Waiting customers' })
    await panel.waitFor()
    const [over, under] = await Promise.all(
      [panel, page.getByRole('region', { name: 'Conversations' })].map((one) => one.boundingBox()),
    )
    expect(over && under && over.x <= under.x && over.x + over.width >= under.x + under.width).toBe(true)
    await expectAccessible()
    await panel.getByText('何美玲').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await row(0).waitFor()
  })
})
