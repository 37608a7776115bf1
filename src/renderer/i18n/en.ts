import accountCenter from './locales/en/accountCenter.json' with { type: 'json' }
import actions from './locales/en/actions.json' with { type: 'json' }
import alerts from './locales/en/alerts.json' with { type: 'json' }
import bots from './locales/en/bots.json' with { type: 'json' }
import chats from './locales/en/chats.json' with { type: 'json' }
import common from './locales/en/common.json' with { type: 'json' }
import composer from './locales/en/composer.json' with { type: 'json' }
import contacts from './locales/en/contacts.json' with { type: 'json' }
import conversations from './locales/en/conversations.json' with { type: 'json' }
import customer from './locales/en/customer.json' with { type: 'json' }
import design from './locales/en/design.json' with { type: 'json' }
import diagnose from './locales/en/diagnose.json' with { type: 'json' }
import errors from './locales/en/errors.json' with { type: 'json' }
import history from './locales/en/history.json' with { type: 'json' }
import languageServices from './locales/en/languageServices.json' with { type: 'json' }
import marks from './locales/en/marks.json' with { type: 'json' }
import network from './locales/en/network.json' with { type: 'json' }
import palette from './locales/en/palette.json' with { type: 'json' }
import paths from './locales/en/paths.json' with { type: 'json' }
import pool from './locales/en/pool.json' with { type: 'json' }
import printing from './locales/en/printing.json' with { type: 'json' }
import quickReplies from './locales/en/quickReplies.json' with { type: 'json' }
import records from './locales/en/records.json' with { type: 'json' }
import rightMenu from './locales/en/rightMenu.json' with { type: 'json' }
import routers from './locales/en/routers.json' with { type: 'json' }
import routing from './locales/en/routing.json' with { type: 'json' }
import running from './locales/en/running.json' with { type: 'json' }
import savedMessages from './locales/en/savedMessages.json' with { type: 'json' }
import screenshot from './locales/en/screenshot.json' with { type: 'json' }
import search from './locales/en/search.json' with { type: 'json' }
import settings from './locales/en/settings.json' with { type: 'json' }
import setup from './locales/en/setup.json' with { type: 'json' }
import shell from './locales/en/shell.json' with { type: 'json' }
import signIn from './locales/en/signIn.json' with { type: 'json' }
import status from './locales/en/status.json' with { type: 'json' }
import texts from './locales/en/texts.json' with { type: 'json' }
import thread from './locales/en/thread.json' with { type: 'json' }
import timeline from './locales/en/timeline.json' with { type: 'json' }
import todos from './locales/en/todos.json' with { type: 'json' }
import topics from './locales/en/topics.json' with { type: 'json' }
import tour from './locales/en/tour.json' with { type: 'json' }
import transfer from './locales/en/transfer.json' with { type: 'json' }
import visitors from './locales/en/visitors.json' with { type: 'json' }
import widgets from './locales/en/widgets.json' with { type: 'json' }
import workbench from './locales/en/workbench.json' with { type: 'json' }
import { withRefusals } from './refusals.ts'

export const en = withRefusals({
  accountCenter,
  actions,
  alerts,
  bots,
  chats,
  common,
  composer,
  contacts,
  conversations,
  customer,
  design,
  diagnose,
  errors,
  history,
  languageServices,
  marks,
  network,
  palette,
  paths,
  pool,
  records,
  rightMenu,
  printing,
  quickReplies,
  routers,
  routing,
  running,
  savedMessages,
  screenshot,
  search,
  settings,
  setup,
  shell,
  signIn,
  status,
  texts,
  thread,
  timeline,
  todos,
  topics,
  tour,
  transfer,
  visitors,
  widgets,
  workbench,
})
