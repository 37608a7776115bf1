/** What a session was about, and its end. */
import { beforeEach, describe, expect, it } from 'vitest'

import { useWorkbench, type WorkbenchStage } from '../../../../tests/support/workbenchStage.ts'
import type { TopicId } from '../../../protocol/model/index.ts'

const stage = useWorkbench()

describe('topics', () => {
  let { page, fake, calls, open, row, field } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, fake, calls, open, row, field } = stage())
  })

  it('R-03-085 (in the window) topics are found by words and initials, the most used stand first, arrows and Enter choose', async () => {
    await open()
    await fake((client) => {
      client.change(() => {
        const names = ['发货', '发票', '退款', '咨询', '保修', '投诉', '其他']
        const topics = names.map((name, at) => ({
          id: `t-${at}` as TopicId,
          parentId: null,
          name,
          removed: false,
        }))
        client.desk.organization = {
          ...client.desk.organization,
          topics: { on: true, required: false, topics, version: 1 },
        }
        client.desk.agentSettings = {
          ...client.desk.agentSettings,
          topicUses: { 't-6': 9, 't-4': 5, 't-3': 4, 't-2': 3, 't-1': 2, 't-5': 1 },
        }
      })
    })
    await row(0).click()
    await field().waitFor()
    // The conversation stands before the topics have come.
    await page.getByRole('button', { name: 'Add topic' }).waitFor()
    await page.keyboard.press('Alt+m')
    const search = page.getByRole('combobox', { name: 'Search topics' })
    await search.waitFor()
    const names = () =>
      page.getByRole('listbox', { name: 'Session topics' }).getByRole('option').allTextContents()
    await expect.poll(names).toEqual(['其他', '保修', '咨询', '退款', '发票', '发货', '投诉'])
    await search.fill('fp')
    await expect.poll(names).toEqual(['发票'])
    await search.fill('发')
    await expect.poll(names).toEqual(['发票', '发货'])
    await search.press('ArrowDown')
    await search.press('Enter')
    await expect.poll(() => calls('session.set-topic')).toEqual([{ sessionId: 'session-0', topicId: 't-0' }])
  })
})

describe('endings', () => {
  let { page, open, fake, calls, chooseFirst } = {} as WorkbenchStage
  beforeEach(() => {
    ;({ page, open, fake, calls, chooseFirst } = stage())
  })

  it('ending asks again when the customer has just written', async () => {
    await open()
    await chooseFirst()
    await fake((client) => {
      client.refuseNext('session.end', 'new-message')
    })
    await page.keyboard.press('Alt+e')
    await page.getByRole('button', { name: 'End anyway' }).click()
    await expect.poll(async () => (await calls('ending.hold')).length).toBe(2)
  })
})
