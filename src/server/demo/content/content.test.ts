import { describe, expect, it } from 'vitest'
import * as z from 'zod'

import { greetedTwice } from '../../../domain/greetings/greetingFor.ts'
import { navProblems } from '../../../domain/navMenu/problems.ts'
import { events } from '../../../protocol/events/index.ts'
import {
  Agent,
  Conversation,
  Customer,
  Department,
  Greetings,
  ListEntry,
  NavMenu,
  Organization,
  QuickReply,
  ReceptionGroup,
  Role,
  Session,
  Tag,
} from '../../../protocol/model/index.ts'
import { scriptById } from '../dialogue/scripts.ts'
import { agents, departments, groups, organization, roles, tags } from './company.ts'
import { createContent } from './content.ts'
import { greetings, navMenuAt } from './meeting.ts'
import { quickReplies } from './quickReplies.ts'
import { scenariosEn } from './scenariosEn.ts'
import { scenariosZh } from './scenariosZh.ts'

const NOW = Date.UTC(2026, 4, 20, 6, 30)
const content = createContent(1, NOW)

describe('the demonstration company', () => {
  it('is valid by the schemas of the protocol', () => {
    Organization.parse(organization)
    z.array(Department).parse(departments)
    z.array(Role).parse(roles)
    z.array(Agent).parse(agents)
    z.array(ReceptionGroup).parse(groups)
    z.array(Tag).parse(tags)
    z.array(QuickReply).parse(quickReplies)
    Greetings.parse(greetings)
    expect(navProblems(NavMenu.parse(navMenuAt(NOW)).draft, organization.language, () => true)).toEqual([])
    expect(navProblems(navMenuAt(NOW).draft, 'en', () => true)).toEqual([])
    expect(greetedTwice(greetings.own)).toBeUndefined()
  })

  it('refers to its own departments, roles and agents only', () => {
    const departmentIds = departments.map(({ id }) => id)
    for (const agent of agents) {
      expect(departmentIds).toContain(agent.departmentId)
      expect(roles.map(({ id }) => id)).toEqual(expect.arrayContaining(agent.roleIds))
    }
    const agentIds = agents.map(({ id }) => id)
    for (const { memberIds } of groups) expect(agentIds).toEqual(expect.arrayContaining(memberIds))
    expect(groups.filter(({ main }) => main)).toHaveLength(1)
  })

  it('has quick replies in both languages, most for everybody and some for one', () => {
    expect(quickReplies.length).toBeGreaterThanOrEqual(55)
    expect(quickReplies.filter(({ ownerId }) => ownerId !== null).length).toBeGreaterThan(2)
    expect(
      quickReplies.filter(({ texts }) => !/\p{Script=Han}/u.test(texts.join(''))).length,
    ).toBeGreaterThan(10)
  })
})

describe('the histories', () => {
  it('are the same for the same seed and time, and others for another seed', () => {
    expect(createContent(1, NOW)).toEqual(content)
    expect(createContent(2, NOW)).not.toEqual(content)
  })

  it('are valid by the schemas of the protocol', () => {
    for (const thread of content.threads) {
      Customer.parse(thread.customer)
      Conversation.parse(thread.conversation)
      for (const { session } of thread.sessions) Session.parse(session)
      for (const { entry } of thread.entries) ListEntry.parse(entry)
      for (const fact of thread.facts) events[fact.event].payload.parse(fact.payload)
    }
  })

  it('number messages without gaps and never go back in time', () => {
    for (const { facts, conversation } of content.threads) {
      const messages = facts.flatMap((fact) => (fact.event === 'message.sent' ? [fact.payload.message] : []))
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
      expect(conversation.lastSeq).toBe(messages.length)
      const times = facts.map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(NOW)
    }
  })

  it('hold some thousand messages, three quarters Chinese, spread over two months', () => {
    const { threads } = content
    const written = threads.flatMap(({ facts }) =>
      facts.filter((fact) => fact.event === 'message.sent' && fact.payload.message.sender.kind !== 'system'),
    )
    expect(threads.length).toBeGreaterThan(280)
    expect(written.length).toBeGreaterThan(1500)
    expect(written.length).toBeLessThan(3500)
    const chinese = threads.filter(({ customer }) => customer.language === 'zh-CN').length / threads.length
    expect(chinese).toBeGreaterThan(0.65)
    expect(chinese).toBeLessThan(0.85)
    expect(threads[0]?.opened.createdAt).toBeLessThan(NOW - 50 * 86_400_000)
  })

  it('repeat no place that nobody filled', () => {
    expect(JSON.stringify(content)).not.toMatch(/\{\w+\}/u)
  })

  it('leave a desk with unread messages, with one who waits for an answer, and with one who waits in the pool', () => {
    const open = content.threads.filter(({ sessions }) => sessions.at(-1)?.session.state !== 'ended')
    expect(open).toHaveLength(4)
    const unread = open.map(
      ({ entries, conversation }) => conversation.lastSeq - (entries[0]?.entry.readSeq ?? 0),
    )
    expect(unread.filter((count) => count > 0)).toHaveLength(2)
    expect(open.filter(({ conversation }) => conversation.preview?.sender.kind === 'customer')).toHaveLength(
      3,
    )
    const players = content.threads.flatMap(({ player }) => (player ? [player] : []))
    expect(players.filter(({ waiting }) => waiting)).toHaveLength(1)
    for (const { scriptId } of players) expect(scriptById(scriptId).id).toBe(scriptId)
  })
})

describe('the scenarios', () => {
  it('have an answer for each wording of a question', () => {
    for (const { topic, lines } of [...scenariosZh, ...scenariosEn]) {
      lines.forEach((line, index) => {
        if (line.answers) expect(line.wordings.length, topic).toBe(lines[index - 1]?.wordings.length)
      })
    }
  })
})
