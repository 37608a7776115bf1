import { removeFromDirectory, saveInDirectory, saveNavMenu, saveTopics } from '../../store/organization.ts'
import { removeQuickReply, saveQuickReply } from '../../store/quickReplies.ts'
import type { Appliers } from './applier.ts'

export const organizationAppliers = {
  'organization.changed': ({ db }, { organization }) => saveInDirectory(db, 'organization', organization),
  'department.changed': ({ db }, { department }) => saveInDirectory(db, 'department', department),
  'role.changed': ({ db }, { role }) => saveInDirectory(db, 'role', role),
  'agent.changed': ({ db }, { agent }) => saveInDirectory(db, 'agent', agent),
  'group.changed': ({ db }, { group }) => saveInDirectory(db, 'group', group),
  'group.removed': ({ db }, { id }) => removeFromDirectory(db, 'group', id),
  'survey.changed': ({ db }, { survey }) => saveInDirectory(db, 'survey', survey),
  'invitations.changed': ({ db }, { invitations }) => saveInDirectory(db, 'invitations', invitations),
  'greetings.changed': ({ db }, { greetings }) => saveInDirectory(db, 'greetings', greetings),
  'customer-settings.changed': ({ db }, { settings }) => saveInDirectory(db, 'customerSettings', settings),
  'nav-menu.changed': ({ db }, { navMenu }) => saveNavMenu(db, navMenu),
  'routing-rules.changed': ({ db }, { rules }) => saveInDirectory(db, 'rules', rules),
  'quick-entries.changed': ({ db }, { quickEntries }) => saveInDirectory(db, 'quickEntries', quickEntries),
  'language-services.changed': ({ db }, { services }) => saveInDirectory(db, 'languageServices', services),
  'company-theme.changed': ({ db }, { companyTheme }) => saveInDirectory(db, 'companyTheme', companyTheme),
  'setting-defaults.changed': ({ db }, { defaults }) => saveInDirectory(db, 'settingDefaults', defaults),
  'company-blocks.changed': ({ db }) => db.touch('block-entries'),
  'bot.changed': ({ db }, { bot }) => saveInDirectory(db, 'bot', bot),
  'bot.removed': ({ db }, { id }) => removeFromDirectory(db, 'bot', id),
  'router.changed': ({ db }, { router }) => saveInDirectory(db, 'router', router),
  'router.removed': ({ db }, { id }) => removeFromDirectory(db, 'router', id),
  'tag.changed': ({ db }, { tag }) => saveInDirectory(db, 'tag', tag),
  'topics.changed': ({ db }, { topics }) => saveTopics(db, topics),
  'widget.changed': ({ db }, { widget }) => saveInDirectory(db, 'widget', widget),
  'widget.deleted': ({ db }, { id }) => removeFromDirectory(db, 'widget', id),
  'quick-reply.changed': ({ db }, { quickReply }) => saveQuickReply(db, quickReply),
  'quick-replies.changed': ({ db }, { quickReplies }) => {
    for (const reply of quickReplies) saveQuickReply(db, reply)
  },
  'quick-reply.removed': ({ db }, { id }) => removeQuickReply(db, id),
} satisfies Partial<Appliers>
