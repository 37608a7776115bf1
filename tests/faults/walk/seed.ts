/** A small company in which everything of a customer's way can happen, written straight into an empty database. */
import { systemClock } from '../../../src/base/clock.ts'
import { INVITATION_DEFAULTS, SURVEY_DEFAULTS } from '../../../src/protocol/model/index.ts'
import type { DeviceId, GroupId, WidgetId } from '../../../src/protocol/model/index.ts'
import { tokenHash } from '../../../src/server/auth/tokens.ts'
import { insertAccessToken } from '../../../src/server/db/accessTokens.ts'
import { saveInvitationSettings } from '../../../src/server/db/invitations.ts'
import type { DatabaseAddress } from '../../../src/server/db/open.ts'
import { findOrganization } from '../../../src/server/db/organizations.ts'
import { groupsOf, insertGroup, saveGroup } from '../../../src/server/db/receptionGroups.ts'
import { insertWidget } from '../../../src/server/db/widgets.ts'
import { botRow } from '../../support/botRow.ts'
import { createTestClock } from '../../support/clock.ts'
import { openReception, ORGANIZATION } from '../../support/reception.ts'
import { agentTokenOf } from '../../support/seedReception.ts'
import { widgetRow } from '../../support/widgetRow.ts'
import type { CoreAccount } from '../lib/core.ts'

/** Entries besides the usual one: with a bot, and of a group that is never there. */
export const BOT_WIDGET = 'widget-bot' as WidgetId
export const CLOSED_WIDGET = 'widget-closed' as WidgetId
const CLOSED_GROUP = 'group-closed' as GroupId
const YEAR_MS = 365 * 24 * 3_600_000
const PERMISSIONS = [
  'reception.groups',
  'reception.bots',
  'reception.routing',
  'customer.config',
  'block.company',
  'visitor.view',
  'visitor.invite',
] as const

/** Two agents with one customer each, who are full with that. */
export const seedCompany = async (address: DatabaseAddress): Promise<void> => {
  const at = systemClock.now()
  const reception = await openReception({
    address,
    agents: 2,
    capacity: 1,
    permissions: PERMISSIONS,
    clock: createTestClock(at),
  })
  const { db, done, agent, arrive, write, send, customer } = reception
  const organization = await findOrganization(db, ORGANIZATION)
  if (!organization) throw new Error('no organisation')
  const { policy, capacity, waitingLimitMs, version, reception: settings } = organization
  await done(agent(1), 'reception.configure', {
    ...{ policy, capacity, waitingLimitMs, version },
    reception: { ...settings, acceptOverCapacity: true },
  })
  await done(agent(1), 'survey.save', { ...SURVEY_DEFAULTS, on: true })
  const bot = botRow()
  await done(agent(1), 'bot.save', { ...bot, version: null, renewSecret: false })
  await db.transaction(async (tx) => {
    const [main] = (await groupsOf(tx, ORGANIZATION)).filter((group) => group.main)
    if (!main) throw new Error('no main group')
    const timeoutTransfer = { minutes: 1, customerNote: '' }
    await saveGroup(tx, ORGANIZATION, { ...main, timeoutTransfer })
    const hours = { week: [], holidays: [], workingDays: [] }
    const closed = { ...main, id: CLOSED_GROUP, name: '夜间', main: false, hours, timeoutTransfer: null }
    await insertGroup(tx, ORGANIZATION, closed)
    const target = { kind: 'group', groupId: main.id } as const
    await insertWidget(tx, ORGANIZATION, { ...widgetRow(BOT_WIDGET, target, at), botId: bot.id })
    await insertWidget(tx, ORGANIZATION, widgetRow(CLOSED_WIDGET, { ...target, groupId: CLOSED_GROUP }, at))
    const invitations = { ...INVITATION_DEFAULTS, visitorList: true, manual: true, version: 1 }
    await saveInvitationSettings(tx, ORGANIZATION, invitations)
    for (const number of [1, 2]) {
      const { agentId } = agent(number)
      await insertAccessToken(tx, {
        organizationId: ORGANIZATION,
        agentId,
        tokenHash: tokenHash(agentTokenOf(agentId)),
        device: { id: `device-${agentId}` as DeviceId, kind: 'desktop', name: 'test' },
        at,
        expiresAt: at + YEAR_MS,
      })
    }
  })
  await arrive(1, 2)
  for (const number of [1, 2]) {
    const visitor = await customer(`客户${number}`)
    await write(visitor, '你好')
    // Nobody waits for them any more, however long the walk takes.
    await send(agent(number), visitor.conversationId, '您好')
  }
  await reception.close()
}

/** Of agent 1 or 2, as it is on their device after a sign-in. */
export const accountOf = (number: number, server: string): CoreAccount => {
  const agentId = `agent-${number}` as CoreAccount['agentId']
  return {
    server,
    organizationId: ORGANIZATION,
    agentId,
    token: agentTokenOf(agentId),
    deviceId: `device-${agentId}`,
  }
}
