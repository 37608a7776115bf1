import { expect, it } from 'vitest'

import { QuickReplyContent } from '../../../protocol/model/index.ts'
import { contentOf, formOf, problemOf, type ReplyForm } from './form.ts'

const form = (more: Partial<ReplyForm> = {}): ReplyForm => ({
  ...formOf(null),
  texts: [' 好的 '],
  groupName: ' 物流 ',
  title: '催件',
  ...more,
})

it('says what is wrong before it is sent, and what it lets through can be saved', () => {
  const cases: readonly (readonly [Partial<ReplyForm>, ReturnType<typeof problemOf>])[] = [
    [{}, null],
    [{ groupName: ' ' }, 'group'],
    [{ groupName: '组'.repeat(33) }, 'group'],
    [{ title: '' }, 'title'],
    [{ title: '题'.repeat(65) }, 'title'],
    [{ texts: [' ', ''] }, 'empty'],
    [{ texts: ['好', '字'.repeat(501)] }, 'text'],
    [{ texts: ['好', '', '的'] }, null],
  ]
  for (const [more, problem] of cases) {
    expect(problemOf(form(more))).toBe(problem)
    const { success } = QuickReplyContent.safeParse(contentOf(form(more)))
    // An empty one is refused by the command, which sees texts and files together.
    if (problem !== 'empty') expect(success).toBe(problem === null)
  }
  expect(contentOf(form({ texts: ['好', ' ', '的'] }))).toMatchObject({
    groupName: '物流',
    texts: ['好', '的'],
  })
})
