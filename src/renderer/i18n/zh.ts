import accountCenter from './locales/zh-CN/accountCenter.json' with { type: 'json' }
import actions from './locales/zh-CN/actions.json' with { type: 'json' }
import alerts from './locales/zh-CN/alerts.json' with { type: 'json' }
import bots from './locales/zh-CN/bots.json' with { type: 'json' }
import chats from './locales/zh-CN/chats.json' with { type: 'json' }
import common from './locales/zh-CN/common.json' with { type: 'json' }
import composer from './locales/zh-CN/composer.json' with { type: 'json' }
import contacts from './locales/zh-CN/contacts.json' with { type: 'json' }
import conversations from './locales/zh-CN/conversations.json' with { type: 'json' }
import customer from './locales/zh-CN/customer.json' with { type: 'json' }
import design from './locales/zh-CN/design.json' with { type: 'json' }
import diagnose from './locales/zh-CN/diagnose.json' with { type: 'json' }
import errors from './locales/zh-CN/errors.json' with { type: 'json' }
import history from './locales/zh-CN/history.json' with { type: 'json' }
import languageServices from './locales/zh-CN/languageServices.json' with { type: 'json' }
import marks from './locales/zh-CN/marks.json' with { type: 'json' }
import network from './locales/zh-CN/network.json' with { type: 'json' }
import palette from './locales/zh-CN/palette.json' with { type: 'json' }
import paths from './locales/zh-CN/paths.json' with { type: 'json' }
import pool from './locales/zh-CN/pool.json' with { type: 'json' }
import printing from './locales/zh-CN/printing.json' with { type: 'json' }
import quickReplies from './locales/zh-CN/quickReplies.json' with { type: 'json' }
import records from './locales/zh-CN/records.json' with { type: 'json' }
import rightMenu from './locales/zh-CN/rightMenu.json' with { type: 'json' }
import routers from './locales/zh-CN/routers.json' with { type: 'json' }
import routing from './locales/zh-CN/routing.json' with { type: 'json' }
import running from './locales/zh-CN/running.json' with { type: 'json' }
import savedMessages from './locales/zh-CN/savedMessages.json' with { type: 'json' }
import screenshot from './locales/zh-CN/screenshot.json' with { type: 'json' }
import search from './locales/zh-CN/search.json' with { type: 'json' }
import settings from './locales/zh-CN/settings.json' with { type: 'json' }
import setup from './locales/zh-CN/setup.json' with { type: 'json' }
import shell from './locales/zh-CN/shell.json' with { type: 'json' }
import signIn from './locales/zh-CN/signIn.json' with { type: 'json' }
import status from './locales/zh-CN/status.json' with { type: 'json' }
import texts from './locales/zh-CN/texts.json' with { type: 'json' }
import thread from './locales/zh-CN/thread.json' with { type: 'json' }
import timeline from './locales/zh-CN/timeline.json' with { type: 'json' }
import todos from './locales/zh-CN/todos.json' with { type: 'json' }
import topics from './locales/zh-CN/topics.json' with { type: 'json' }
import tour from './locales/zh-CN/tour.json' with { type: 'json' }
import transfer from './locales/zh-CN/transfer.json' with { type: 'json' }
import visitors from './locales/zh-CN/visitors.json' with { type: 'json' }
import widgets from './locales/zh-CN/widgets.json' with { type: 'json' }
import workbench from './locales/zh-CN/workbench.json' with { type: 'json' }
import { withRefusals } from './refusals.ts'

export const zh = withRefusals({
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
