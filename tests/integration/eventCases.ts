/** For every event there is, how it comes about: through a command where one exists, else through the rows themselves. */
import { sql } from '../../src/base/sql.ts'
import type { EventName } from '../../src/protocol/events/index.ts'
import {
  CUSTOMER_SETTINGS_DEFAULTS,
  INVITATION_DEFAULTS,
  NO_COMPANY_THEME,
  NO_GREETINGS,
  NO_NAV_MENU,
  SURVEY_DEFAULTS,
} from '../../src/protocol/model/index.ts'
import type {
  AgentId,
  BotId,
  ColorMarkId,
  ContactGroup,
  ContactGroupId,
  ConversationId,
  Customer,
  CustomerId,
  MessageId,
  OfferId,
  QuickEntryId,
  QuickReplyId,
  ScheduledMessageId,
  SessionNoteId,
  TagId,
  TransferRequest,
  TransferRequestId,
} from '../../src/protocol/model/index.ts'
import { createChat } from '../../src/server/commands/chats/createChat.ts'
import { removeFromChat } from '../../src/server/commands/chats/leaveChat.ts'
import { markOffered } from '../../src/server/commands/faces/makeOffer.ts'
import { changeSession } from '../../src/server/commands/reception/changeSession.ts'
import { openSession } from '../../src/server/commands/reception/openSession.ts'
import { dropRequest } from '../../src/server/commands/transferRequests/dropRequests.ts'
import { agentsOf } from '../../src/server/db/agents.ts'
import { saveAgentSettings, saveSettingDefaults } from '../../src/server/db/agentSettings.ts'
import { deleteBot, saveBot } from '../../src/server/db/bots.ts'
import { saveCompanyTheme } from '../../src/server/db/companyThemes.ts'
import {
  conversationsByIds,
  findConversation,
  insertConversation,
} from '../../src/server/db/conversations.ts'
import { insertCustomer } from '../../src/server/db/customers.ts'
import { saveCustomerSettings } from '../../src/server/db/customerSettings.ts'
import { departmentsOf } from '../../src/server/db/departments.ts'
import { saveDraft } from '../../src/server/db/drafts.ts'
import { saveGreetings } from '../../src/server/db/greetings.ts'
import { saveInvitationSettings } from '../../src/server/db/invitations.ts'
import { saveLanguageServices, servicesSeen } from '../../src/server/db/languageServices.ts'
import { messagesBefore } from '../../src/server/db/messages.ts'
import { saveNavMenu } from '../../src/server/db/navMenus.ts'
import { saveNoteMention } from '../../src/server/db/noteMentions.ts'
import { findOrganization, takeCustomerNumber } from '../../src/server/db/organizations.ts'
import { saveQuickEntries } from '../../src/server/db/quickEntries.ts'
import { insertQuickReply, personalQuickReplies } from '../../src/server/db/quickReplies.ts'
import { deleteGroup, groupsOf } from '../../src/server/db/receptionGroups.ts'
import { rolesOf } from '../../src/server/db/roles.ts'
import { deleteRouter, saveRouter } from '../../src/server/db/routers.ts'
import { saveRoutingRules } from '../../src/server/db/routingRules.ts'
import { openSessionOf } from '../../src/server/db/sessions.ts'
import { saveSurvey } from '../../src/server/db/surveys.ts'
import { insertTag, tagsOf } from '../../src/server/db/tags.ts'
import { saveTopicList, topicListOf } from '../../src/server/db/topics.ts'
import { insertTransferRequest } from '../../src/server/db/transferRequests.ts'
import { markWidgetDeleted, saveWidget, widgetsOf } from '../../src/server/db/widgets.ts'
import type { AgentPrincipal, CustomerPrincipal } from '../../src/server/engine/types.ts'
import type { Work } from '../../src/server/engine/work.ts'
import { botRow } from '../support/botRow.ts'
import { routerRow } from '../support/routerRow.ts'
import type { World } from '../support/world.ts'
import type { WorldCore } from '../support/worldCore.ts'
import {
  agentIdOf,
  GROUP,
  ORGANIZATION,
  OTHER_GROUP,
  QUICK_REPLY,
  quickReply,
  ROLE,
  TAGS,
  tag,
  TOPIC,
  WIDGET,
} from '../support/worldRows.ts'

const bot = botRow({ id: 'bot-1' as BotId })

export interface Scene {
  readonly world: World
  /** Does what an agent does; not the core whose copy is looked at. */
  readonly hands: WorldCore
  /** What the case needs is there; what it is about comes now. */
  ready(): Promise<void>
  /** A customer whom the agent talks to. */
  ownCustomer(): Promise<CustomerPrincipal>
  /** A customer who waits in the pool. */
  waiting(): Promise<CustomerPrincipal>
}

/** Brings about at least one event of its name, after `ready`, in a scope that the agent of the scene follows. */
export type EventCase = (scene: Scene) => Promise<void>

export const eventCases = {
  'organization.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      await tx.run(sql`update organizations set waiting_limit_ms = waiting_limit_ms + 1000`)
      const organization = found(await findOrganization(tx, ORGANIZATION))
      publish('org', 'organization.changed', { organization })
    })
  },
  'department.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      await tx.run(sql`update departments set name = name || '一'`)
      for (const department of await departmentsOf(tx, ORGANIZATION))
        publish('org', 'department.changed', { department })
    })
  },
  'role.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      await tx.run(sql`update roles set name = name || '一' where id = ${ROLE}`)
      for (const role of await rolesOf(tx, ORGANIZATION)) publish('org', 'role.changed', { role })
    })
  },
  'agent.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      await tx.run(sql`update agents set outward_name = outward_name || '一'`)
      for (const agent of await agentsOf(tx, ORGANIZATION)) publish('org', 'agent.changed', { agent })
    })
  },
  'group.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      await tx.run(sql`update reception_groups set name = name || '一' where id = ${GROUP}`)
      for (const group of await groupsOf(tx, ORGANIZATION)) publish('org', 'group.changed', { group })
    })
  },
  'group.removed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      await deleteGroup(tx, ORGANIZATION, OTHER_GROUP)
      publish('org', 'group.removed', { id: OTHER_GROUP })
    })
  },
  'survey.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const survey = { ...SURVEY_DEFAULTS, on: true, version: 1 }
      await saveSurvey(tx, ORGANIZATION, survey)
      publish('org', 'survey.changed', { survey })
    })
  },
  'invitations.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const invitations = { ...INVITATION_DEFAULTS, visitorList: true, version: 1 }
      await saveInvitationSettings(tx, ORGANIZATION, invitations)
      publish('org', 'invitations.changed', { invitations })
    })
  },
  'routing-rules.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const rules = { rules: [], version: 1 }
      await saveRoutingRules(tx, ORGANIZATION, rules)
      publish('org', 'routing-rules.changed', { rules })
    })
  },
  'bot.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      await saveBot(tx, ORGANIZATION, bot, '')
      publish('org', 'bot.changed', { bot })
    })
  },
  'bot.removed': async ({ world, ready }) => {
    await world.change(async ({ tx, publish }) => {
      await saveBot(tx, ORGANIZATION, bot, '')
      publish('org', 'bot.changed', { bot })
    })
    await ready()
    await world.change(async ({ tx, publish }) => {
      await deleteBot(tx, ORGANIZATION, bot.id)
      publish('org', 'bot.removed', { id: bot.id })
    })
  },
  'router.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      await saveRouter(tx, ORGANIZATION, routerRow(), '')
      publish('org', 'router.changed', { router: routerRow() })
    })
  },
  'router.removed': async ({ world, ready }) => {
    const router = routerRow()
    await world.change(async ({ tx, publish }) => {
      await saveRouter(tx, ORGANIZATION, router, '')
      publish('org', 'router.changed', { router })
    })
    await ready()
    await world.change(async ({ tx, publish }) => {
      await deleteRouter(tx, ORGANIZATION, router.id)
      publish('org', 'router.removed', { id: router.id })
    })
  },
  'greetings.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const greetings = { ...NO_GREETINGS, defaults: { online: '您好', offline: '' }, version: 1 }
      await saveGreetings(tx, ORGANIZATION, greetings)
      publish('org', 'greetings.changed', { greetings })
    })
  },
  'customer-settings.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const settings = { ...CUSTOMER_SETTINGS_DEFAULTS, stages: [], version: 1 }
      await saveCustomerSettings(tx, ORGANIZATION, settings)
      publish('org', 'customer-settings.changed', { settings })
    })
  },
  'nav-menu.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      for (const account of ['web', 'main'] as const) {
        const navMenu = { ...NO_NAV_MENU, account, published: NO_NAV_MENU.draft, publishedAt: 5, version: 1 }
        await saveNavMenu(tx, ORGANIZATION, navMenu)
        publish('org', 'nav-menu.changed', { navMenu })
      }
    })
  },
  'tag.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish, ids }) => {
      const id = ids.next() as TagId
      await insertTag(tx, ORGANIZATION, tag(id, '新标签'))
      const row = found((await tagsOf(tx, ORGANIZATION)).find((known) => known.id === id))
      publish('org', 'tag.changed', { tag: row })
    })
  },
  'topics.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const before = await topicListOf(tx, ORGANIZATION)
      const named = before.topics.map((topic) => ({ ...topic, name: `${topic.name}一` }))
      const topics = { ...before, topics: named, version: before.version + 1 }
      await saveTopicList(tx, ORGANIZATION, topics)
      publish('org', 'topics.changed', { topics })
    })
  },
  'widget.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      for (const before of await widgetsOf(tx, ORGANIZATION)) {
        const widget = { ...before, name: `${before.name}一`, version: before.version + 1 }
        await saveWidget(tx, ORGANIZATION, widget)
        publish('org', 'widget.changed', { widget })
      }
    })
  },
  'widget.deleted': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish, now }) => {
      await markWidgetDeleted(tx, ORGANIZATION, WIDGET, now)
      publish('org', 'widget.deleted', { id: WIDGET })
    })
  },
  'quick-reply.changed': async (scene) => {
    await scene.ready()
    await newQuickReply(scene)
  },
  'quick-replies.changed': async (scene) => {
    const id = await newQuickReply(scene)
    await newQuickReply(scene)
    await scene.ready()
    await scene.hands.client.run('quick-reply.move', { id, groupName: '常用', beforeId: null })
  },
  'quick-reply.used': async (scene) => {
    await newQuickReply(scene)
    await scene.ready()
    await scene.hands.client.run('quick-reply.count-use', { id: QUICK_REPLY })
  },
  'quick-reply.removed': async (scene) => {
    const id = await newQuickReply(scene)
    await scene.ready()
    await scene.hands.client.run('quick-reply.count-use', { id })
    await scene.hands.client.run('quick-reply.remove', { ids: [id] })
  },
  'list-entry.changed': async ({ hands, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    await ready()
    await hands.client.run('list-entry.pin', { conversationId, pinned: true })
  },
  'list-entry.removed': (scene) => removeFromList(scene),
  'chat.frozen': async ({ world, hands, ready }) => {
    const colleague = agentPrincipal(agentIdOf(2))
    const conversationId = await makeChat(world, colleague, [hands.agentId, agentIdOf(3)])
    await ready()
    await world.change(async (work) => {
      await removeFromChat(work, colleague, { conversationId, agentId: hands.agentId })
    })
  },
  'agent-settings.changed': async ({ world, hands: { agentId }, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const settings = { theme: 'dark', idleMinutes: 10 }
      await saveAgentSettings(tx, ORGANIZATION, agentId, settings)
      publish(`agent:${agentId}`, 'agent-settings.changed', { settings })
    })
  },
  'company-blocks.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ publish }) => publish('org', 'company-blocks.changed', {}))
  },
  'quick-entries.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const entry = {
        id: 'orders' as QuickEntryId,
        name: '订单',
        icon: 'cart',
        address: 'https://erp.example/',
      } as const
      const quickEntries = { entries: [entry], version: 1 }
      await saveQuickEntries(tx, ORGANIZATION, quickEntries, 'secret')
      publish('org', 'quick-entries.changed', { quickEntries })
    })
  },
  'language-services.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const stored = {
        speech: { address: 'https://speech.example/v1', model: 'whisper-1', key: 'secret' },
        translation: null,
        version: 1,
      }
      await saveLanguageServices(tx, ORGANIZATION, stored)
      publish('org', 'language-services.changed', { services: servicesSeen(stored) })
    })
  },
  'company-theme.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const companyTheme = { ...NO_COMPANY_THEME, use: 'offered', version: 1 } as const
      await saveCompanyTheme(tx, ORGANIZATION, companyTheme)
      publish('org', 'company-theme.changed', { companyTheme })
    })
  },
  'setting-defaults.changed': async ({ world, ready }) => {
    await ready()
    await world.change(async ({ tx, publish }) => {
      const defaults = { settings: { theme: { value: 'dark', locked: true } }, version: 1 }
      await saveSettingDefaults(tx, ORGANIZATION, defaults)
      publish('org', 'setting-defaults.changed', { defaults })
    })
  },
  'private-remark.changed': async ({ hands, ownCustomer, ready }) => {
    const { customerId } = await ownCustomer()
    await ready()
    await hands.client.run('private-remark.set', { customerId, text: '老王' })
  },
  'draft.changed': async ({ world, hands: { agentId }, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    await ready()
    await world.change(async ({ tx, publish, now }) => {
      const content = { text: '您好，', caret: 3, quote: null, files: [] }
      const draft = { conversationId, version: 1, writer: 'here', content }
      await saveDraft(tx, ORGANIZATION, agentId, draft, now)
      publish(`agent:${agentId}`, 'draft.changed', { draft })
    })
  },
  'color-marks.changed': async ({ hands, ownCustomer, ready }) => {
    const { customerId } = await ownCustomer()
    await ready()
    await hands.client.run('color-mark.set', { customerId, add: ['mark-1' as ColorMarkId], remove: [] })
  },
  'transfer-request.changed': async (scene) => {
    await askedForTransfer(scene, scene.ready)
  },
  'transfer-request.removed': async (scene) => {
    const request = await askedForTransfer(scene)
    await scene.ready()
    await scene.world.change(async (work) => dropRequest(work, request))
  },
  'contact-group.changed': async (scene) => {
    await scene.ready()
    await newGroup(scene)
  },
  'contact-group.removed': async (scene) => {
    const { hands, ownCustomer, ready } = scene
    const { customerId } = await ownCustomer()
    const { id: groupId } = await newGroup(scene)
    await hands.client.run('contact.file', { list: 'favorites', customerId, groupId })
    await ready()
    await hands.client.run('contact-group.remove', { id: groupId })
  },
  'contact.changed': async ({ hands, ownCustomer, ready }) => {
    const { customerId } = await ownCustomer()
    await ready()
    await hands.client.run('contact.file', { list: 'favorites', customerId, groupId: null })
  },
  'contact.removed': async ({ hands, ownCustomer, ready }) => {
    const { customerId } = await ownCustomer()
    await hands.client.run('contact.file', { list: 'favorites', customerId, groupId: null })
    await ready()
    await hands.client.run('contact.remove', { customerId })
  },
  'starred-colleague.changed': async (scene) => {
    const { id: groupId } = await newGroup(scene)
    await scene.ready()
    await scene.hands.client.run('colleague.star', { agentId: agentIdOf(3), groupId })
  },
  'starred-colleague.removed': async ({ hands, ready }) => {
    await hands.client.run('colleague.star', { agentId: agentIdOf(3), groupId: null })
    await ready()
    await hands.client.run('colleague.unstar', { agentId: agentIdOf(3) })
  },
  'block-entry.changed': async ({ hands, ownCustomer, ready }) => {
    const { customerId } = await ownCustomer()
    await ready()
    await hands.client.run('block-entry.add', { customerId })
  },
  'scope.followed': async ({ hands, ownCustomer, ready }) => {
    await ready()
    const { conversationId } = await ownCustomer()
    // Who writes has read so far, also where the message comes with the snapshot of the thread.
    await hands.send(conversationId, '您好')
  },
  'scope.lost': (scene) => removeFromList(scene),
  'chat.changed': async ({ world, hands, ready }) => {
    const me = agentPrincipal(hands.agentId)
    const conversationId = await makeChat(world, me, [agentIdOf(2), agentIdOf(3)])
    await ready()
    await hands.client.run('chat.rename', { conversationId, name: '晚班' })
  },
  'conversation.opened': async ({ world, hands, ready }) => {
    // A conversation is empty when it is opened, and nobody follows it yet: here somebody did so before.
    const id = world.ids.next() as ConversationId
    await world.change(async ({ follow }) => follow(hands.agentId, `thread:${id}`))
    await ready()
    await world.change(async (work) => openConversation(work, id))
  },
  'conversation.joined': async ({ world, ownCustomer, ready }) => {
    const { identityId } = await ownCustomer()
    const source = { kind: 'direct', host: '', words: '', campaign: {} } as const
    const user = { userId: 'u-1', name: '王', email: '', phone: '' }
    const signed = { widgetId: WIDGET, keyHash: 'signed:u-1', source, language: 'zh-CN', user }
    await world.engine.runInternal(ORGANIZATION, 'identity.open', signed)
    await ready()
    await world.engine.runInternal(ORGANIZATION, 'identity.open', { ...signed, was: identityId })
    // Somebody new to us comes to an account: their talk changes its channel.
    const visitor = await ownCustomer()
    await world.engine.runInternal(ORGANIZATION, 'identity.open', {
      ...{ widgetId: WIDGET, channel: 'im', keyHash: 'email:1', source, language: 'zh-CN' },
      contact: { kind: 'email', address: 'fang@example.com' },
      was: visitor.identityId,
    })
  },
  'path.changed': async ({ world, hands, ownCustomer, ready }) => {
    const former = await ownCustomer()
    const source = { kind: 'direct', host: '', words: '', campaign: {} } as const
    const account = { widgetId: WIDGET, channel: 'im', keyHash: 'im:u-1', source, language: 'zh-CN' } as const
    const opened = await world.engine.runInternal(ORGANIZATION, 'identity.open', account)
    if (!opened.ok) throw new Error('the account could not be opened')
    const customer = { ...former, ...opened.value }
    await world.write(customer, '你好')
    await hands.send(customer.conversationId, '您好')
    await ready()
    await world.write(customer, '加个好友')
    await world.act(customer, 'customer.add-friend', { with: 'organization' })
  },
  'message.sent': async ({ world, hands, ownCustomer, ready }) => {
    const customer = await ownCustomer()
    const chatId = await makeChat(world, agentPrincipal(hands.agentId), [agentIdOf(2), agentIdOf(3)])
    await ready()
    await hands.send(chatId, '今晚谁值班？')
    await world.write(customer, '在吗？')
    await hands.send(customer.conversationId, '在的')
    await world.pass()
    await world.write(customer, '我要退款')
  },
  'message.recalled': async ({ world, hands, ownCustomer, ready }) => {
    const customer = await ownCustomer()
    const before = await hands.send(customer.conversationId, '价格是 100')
    await ready()
    const { conversationId } = customer
    const quoting = world.ids.next() as MessageId
    const body = { kind: 'text', text: '贵了' } as const
    await world.act(customer, 'customer.write', { id: quoting, body, quoteId: before }, quoting)
    await hands.client.run('message.recall', { messageId: before })
    await world.pass()
    const last = await hands.send(conversationId, '价格是 80')
    await hands.client.run('message.recall', { messageId: last })
  },
  'message.annotated': async ({ world, hands, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    const messageId = await hands.send(conversationId, '价格是 100')
    await world.change(async ({ tx, publish }) => {
      const translation = { address: 'https://translate.example', key: '' }
      const stored = { speech: null, translation, version: 2 }
      await saveLanguageServices(tx, ORGANIZATION, stored)
      publish('org', 'language-services.changed', { services: servicesSeen(stored) })
    })
    await ready()
    await hands.client.run('message.translate', { messageId, language: 'en' })
    await world.pass()
    // The newest message shows in the list too.
    await hands.send(conversationId, '运费 10')
    const annotation = { state: 'done', text: 'The price is 100' } as const
    await world.engine.runInternal(ORGANIZATION, 'message.annotate', { messageId, name: 'en', annotation })
  },
  'receipt.advanced': async ({ world, ownCustomer, ready }) => {
    const customer = await ownCustomer()
    await ready()
    await world.act(customer, 'customer.acknowledge', { deliveredSeq: 3, readSeq: 2 })
    await world.pass()
    await world.act(customer, 'customer.acknowledge', { deliveredSeq: 3, readSeq: 3 })
  },
  'customer.changed': async ({ world, hands, ownCustomer, ready }) => {
    const { customerId } = await ownCustomer()
    await ready()
    await hands.client.run('customer.edit', { customerId, version: 1, fields: { name: '李华' } })
    await world.pass()
    await hands.client.run('customer.tag', { customerId, add: [...TAGS].reverse(), remove: [] })
  },
  'session.requested': async ({ world, hands, ownCustomer, ready }) => {
    const customer = await ownCustomer()
    await endSessionOf(world, hands, customer)
    await ready()
    // Routing follows in the same commit; alone the event is seen only when routing failed.
    await world.change(async (work) => {
      const conversation = found(await findConversation(work.tx, ORGANIZATION, customer.conversationId))
      await openSession(work, conversation, 'customer', conversation.last_seq + 1)
    })
  },
  'session.queued': async ({ world, hands, ownCustomer, ready }) => {
    const customer = await ownCustomer()
    await endSessionOf(world, hands, customer)
    await hands.client.run('reception.set', { on: false })
    await ready()
    await world.write(customer, '还有一个问题')
  },
  'session.assigned': async ({ world, hands, ownCustomer, ready }) => {
    const customer = await ownCustomer()
    await endSessionOf(world, hands, customer)
    await ready()
    await world.write(customer, '还有一个问题')
  },
  'session.activated': async ({ hands, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    await ready()
    await hands.send(conversationId, '您好')
  },
  'session.ended': async ({ world, ownCustomer, ready }) => {
    const customer = await ownCustomer()
    await ready()
    await world.act(customer, 'customer.leave', {})
  },
  'survey.sent': async (scene) => {
    await surveyed(scene, scene.ready)
  },
  'session.rated': async (scene) => {
    const { world, hands, ready } = scene
    const { customer, session } = await surveyed(scene)
    await endSessionOf(world, hands, customer)
    await world.write(customer, '还有一个问题')
    await hands.send(customer.conversationId, '请讲')
    const { session: latest } = await askedAgain(scene, customer)
    await ready()
    const answers = { stars: 4, tags: [], solved: 'yes' as const, comment: '谢谢' }
    await world.act(customer, 'customer.rate', { sessionId: latest.id, answers })
    // One that was before it stays before it.
    await world.act(customer, 'customer.rate', { sessionId: session.id, answers: { ...answers, stars: 2 } })
  },
  'session.offered': async ({ world, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    await ready()
    const stored = found(await openSessionOf(world.db, ORGANIZATION, conversationId))
    await world.change(async (work) => {
      const offer = { id: 'offer-1' as OfferId, agentId: 'agent-2' as AgentId, until: work.now + 1000 }
      await markOffered(work, stored, offer)
    })
  },
  'session.rested': async ({ world, hands, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    await hands.send(conversationId, '您好')
    await ready()
    const stored = found(await openSessionOf(world.db, ORGANIZATION, conversationId))
    await world.change(async (work) => {
      await changeSession(work, stored, { kind: 'rest' }, 'rested')
    })
  },
  'session-note.changed': async (scene) => {
    const { conversationId } = await scene.ownCustomer()
    await scene.ready()
    await noted(scene, conversationId)
  },
  'session-note.removed': async (scene) => {
    const { conversationId } = await scene.ownCustomer()
    const id = await noted(scene, conversationId)
    await scene.ready()
    await scene.hands.client.run('session-note.remove', { id })
  },
  'note-mention.added': async (scene) => {
    const { conversationId } = await scene.ownCustomer()
    await scene.ready()
    await namedInNote(scene, conversationId)
  },
  'note-mention.removed': async (scene) => {
    const { conversationId } = await scene.ownCustomer()
    const noteId = await namedInNote(scene, conversationId)
    await scene.ready()
    await scene.hands.client.run('note-mention.read', { noteId })
  },
  'reminder.changed': async ({ hands, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    await ready()
    await hands.client.run('reminder.set', { conversationId, when: { kind: 'in', minutes: 10 } })
  },
  'reminder.removed': async ({ hands, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    await hands.client.run('reminder.set', { conversationId, when: { kind: 'in', minutes: 10 } })
    await ready()
    await hands.client.run('reminder.remove', { conversationId })
  },
  'saved-message.added': async ({ hands, ownCustomer, world, ready }) => {
    const { conversationId } = await ownCustomer()
    await ready()
    await saveNewest({ hands, world }, conversationId)
  },
  'saved-message.removed': async ({ hands, ownCustomer, world, ready }) => {
    const { conversationId } = await ownCustomer()
    const messageId = await saveNewest({ hands, world }, conversationId)
    await ready()
    await hands.client.run('saved-message.remove', { messageIds: [messageId] })
  },
  'scheduled-message.changed': async (scene) => {
    const { conversationId } = await scene.ownCustomer()
    await scene.ready()
    await scheduled(scene, conversationId)
  },
  'scheduled-message.removed': async (scene) => {
    const { conversationId } = await scene.ownCustomer()
    const id = await scheduled(scene, conversationId)
    await scene.ready()
    await scene.hands.client.run('scheduled-message.send', { id })
  },
  'session.topic-changed': async ({ world, hands, ownCustomer, ready }) => {
    const { conversationId } = await ownCustomer()
    await ready()
    const { session } = found(await hands.client.query('conversation.get', { conversationId }))
    const sessionId = found(session).id
    const set = await hands.client.run('session.set-topic', { sessionId, topicId: TOPIC })
    if (!set.ok) throw new Error(`the topic could not be set: ${set.code}`)
    await world.pass()
  },
  'pool.entered': async ({ waiting, ready }) => {
    await ready()
    await waiting()
  },
  'pool.changed': async ({ world, waiting, ready }) => {
    const customer = await waiting()
    await ready()
    await world.write(customer, '有人吗？')
  },
  'pool.left': async ({ world, waiting, ready }) => {
    const customer = await waiting()
    await ready()
    await world.act(customer, 'customer.leave', {})
  },
} satisfies { readonly [N in EventName]: EventCase }

const openConversation = async ({ tx, ids, now, publish }: Work, id: ConversationId): Promise<void> => {
  const customer: Customer = {
    id: ids.next() as CustomerId,
    number: await takeCustomerNumber(tx, ORGANIZATION),
    name: '王小明',
    phone: '',
    email: '',
    company: '',
    region: '',
    language: 'zh-CN',
    source: '',
    type: 'new',
    ownership: 'company-pool',
    ownerId: null,
    tagIds: [],
    note: '',
    createdAt: now,
    version: 1,
  }
  const row = { id, customerId: customer.id, channel: 'web', widgetId: WIDGET, createdAt: now } as const
  await insertCustomer(tx, ORGANIZATION, customer)
  await insertConversation(tx, ORGANIZATION, row)
  const [conversation] = await conversationsByIds(tx, ORGANIZATION, [id])
  publish(`thread:${id}`, 'conversation.opened', { conversation: found(conversation), customer })
}

const newQuickReply = async ({ world, hands }: Scene): Promise<QuickReplyId> => {
  const id = world.ids.next() as QuickReplyId
  await world.change(async (work: Work) => {
    await insertQuickReply(work.tx, ORGANIZATION, quickReply(id, hands.agentId, '稍等，我查一下'))
    const row = found(
      (await personalQuickReplies(work.tx, ORGANIZATION, hands.agentId)).find((known) => known.id === id),
    )
    work.publish(`agent:${hands.agentId}`, 'quick-reply.changed', { quickReply: row })
  })
  return id
}

/** Puts the newest message of the conversation among the favourites. */
const saveNewest = async (
  { hands, world }: Pick<Scene, 'hands' | 'world'>,
  conversationId: ConversationId,
): Promise<MessageId> => {
  const messages = await messagesBefore(world.db, ORGANIZATION, conversationId, 1000, 50)
  const messageId = found(messages.findLast(({ body }) => body.kind === 'text')).id
  const saving = hands.client.run('saved-message.add', { messageIds: [messageId] })
  await world.pass()
  const saved = await saving
  if (!saved.ok) throw new Error(`the message could not be saved: ${saved.code}`)
  return messageId
}

/** An answer for later in the day. */
const scheduled = async (
  { world, hands }: Scene,
  conversationId: ConversationId,
): Promise<ScheduledMessageId> => {
  const id = world.ids.next() as ScheduledMessageId
  const at = world.clock.now() + 60_000
  await hands.client.run('scheduled-message.set', { id, conversationId, text: '明天见', at })
  return id
}

/** A colleague would like to have the customer whom the agent talks to. */
const askedForTransfer = async (
  { world, hands, ownCustomer }: Scene,
  ready?: Scene['ready'],
): Promise<TransferRequest> => {
  const { conversationId } = await ownCustomer()
  const { session } = found(await openSessionOf(world.db, ORGANIZATION, conversationId))
  await ready?.()
  const request: TransferRequest = {
    id: world.ids.next() as TransferRequestId,
    sessionId: session.id,
    conversationId,
    customerName: '王小明',
    customerNumber: 1,
    fromAgentId: 'agent-2' as AgentId,
    toAgentId: hands.agentId,
    state: 'open',
    at: world.clock.now(),
  }
  await world.change(async (work) => {
    await insertTransferRequest(work.tx, ORGANIZATION, request)
    work.publish(`agent:${hands.agentId}`, 'transfer-request.changed', { request })
  })
  return request
}

const noted = async ({ world, hands }: Scene, conversationId: ConversationId): Promise<SessionNoteId> => {
  const { session } = found(await openSessionOf(world.db, ORGANIZATION, conversationId))
  const id = world.ids.next() as SessionNoteId
  await hands.client.run('session-note.save', { id, sessionId: session.id, text: '已核对地址' })
  return id
}

/** A colleague names the agent in a note. */
const namedInNote = async (
  { world, hands }: Scene,
  conversationId: ConversationId,
): Promise<SessionNoteId> => {
  const noteId = world.ids.next() as SessionNoteId
  const byAgentId = 'agent-2' as AgentId
  const mention = { noteId, conversationId, byAgentId, text: '@你 看一下', seq: 1, at: world.clock.now() }
  await world.change(async ({ tx, publish }) => {
    await saveNoteMention(tx, ORGANIZATION, hands.agentId, mention)
    publish(`agent:${hands.agentId}`, 'note-mention.added', { mention })
  })
  return noteId
}

const newGroup = async ({ world, hands }: Scene): Promise<ContactGroup> => {
  const id = world.ids.next() as ContactGroupId
  // No two of one list share a name.
  const group: ContactGroup = { id, list: 'favorites', name: id.slice(-12) }
  await hands.client.run('contact-group.save', group)
  return group
}

/** A customer who is asked how satisfied they are while they are being served. */
const surveyed = async (scene: Scene, ready?: Scene['ready']) => {
  const { world, hands, ownCustomer } = scene
  const customer = await ownCustomer()
  await hands.send(customer.conversationId, '您好')
  await world.change(async ({ tx, publish }) => {
    const survey = { ...SURVEY_DEFAULTS, on: true, sending: 'manual' as const, version: 1 }
    await saveSurvey(tx, ORGANIZATION, survey)
    publish('org', 'survey.changed', { survey })
  })
  return askedAgain(scene, customer, ready)
}

const askedAgain = async ({ world, hands }: Scene, customer: CustomerPrincipal, ready?: Scene['ready']) => {
  await world.pass()
  const view = await hands.client.query('conversation.get', { conversationId: customer.conversationId })
  const session = found(found(view).session)
  await ready?.()
  const asked = await hands.client.run('session.request-rating', { sessionId: session.id })
  if (!asked.ok) throw new Error(`the customer could not be asked: ${asked.code}`)
  return { customer, session }
}

const agentPrincipal = (agentId: AgentId): AgentPrincipal => ({
  kind: 'agent',
  organizationId: ORGANIZATION,
  agentId,
  permissions: new Set(),
})

const makeChat = async (
  world: World,
  by: AgentPrincipal,
  agentIds: readonly AgentId[],
): Promise<ConversationId> => {
  let made: ConversationId | undefined
  await world.change(async (work) => {
    const answer = await createChat(work, by, { agentIds: [...agentIds], name: null })
    if (answer.ok) made = answer.value.conversationId
  })
  return found(made)
}

const removeFromList = async ({ world, hands, ownCustomer, ready }: Scene): Promise<void> => {
  const customer = await ownCustomer()
  await endSessionOf(world, hands, customer)
  await ready()
  await hands.client.run('list-entry.remove', { conversationId: customer.conversationId })
}

/** Ends what the agent has with the customer, whatever was written last. */
const endSessionOf = async (world: World, hands: WorldCore, customer: CustomerPrincipal): Promise<void> => {
  await world.pass()
  const view = await hands.client.query('conversation.get', { conversationId: customer.conversationId })
  const { session, conversation } = found(view)
  const { id, version } = found(session)
  const ended = await hands.client.run('session.end', {
    sessionId: id,
    version,
    lastSeq: conversation.lastSeq,
  })
  if (!ended.ok) throw new Error(`the session could not be ended: ${ended.code}`)
  await world.pass()
}

const found = <T>(value: T | undefined | null): T => {
  if (value === undefined || value === null) throw new Error('what the case needs is not there')
  return value
}
