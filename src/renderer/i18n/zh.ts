import accountCenter from './locales/zh-CN/accountCenter.json' with { type: 'json' }
import bots from './locales/zh-CN/bots.json' with { type: 'json' }
import common from './locales/zh-CN/common.json' with { type: 'json' }
import composer from './locales/zh-CN/composer.json' with { type: 'json' }
import conversations from './locales/zh-CN/conversations.json' with { type: 'json' }
import customer from './locales/zh-CN/customer.json' with { type: 'json' }
import design from './locales/zh-CN/design.json' with { type: 'json' }
import errors from './locales/zh-CN/errors.json' with { type: 'json' }
import paths from './locales/zh-CN/paths.json' with { type: 'json' }
import pool from './locales/zh-CN/pool.json' with { type: 'json' }
import routers from './locales/zh-CN/routers.json' with { type: 'json' }
import routing from './locales/zh-CN/routing.json' with { type: 'json' }
import search from './locales/zh-CN/search.json' with { type: 'json' }
import setup from './locales/zh-CN/setup.json' with { type: 'json' }
import shortcuts from './locales/zh-CN/shortcuts.json' with { type: 'json' }
import signIn from './locales/zh-CN/signIn.json' with { type: 'json' }
import status from './locales/zh-CN/status.json' with { type: 'json' }
import texts from './locales/zh-CN/texts.json' with { type: 'json' }
import thread from './locales/zh-CN/thread.json' with { type: 'json' }
import topics from './locales/zh-CN/topics.json' with { type: 'json' }
import transfer from './locales/zh-CN/transfer.json' with { type: 'json' }
import visitors from './locales/zh-CN/visitors.json' with { type: 'json' }
import widgets from './locales/zh-CN/widgets.json' with { type: 'json' }
import workbench from './locales/zh-CN/workbench.json' with { type: 'json' }

export const zh = {
  accountCenter,
  bots,
  common,
  composer,
  conversations,
  customer,
  design,
  errors,
  paths,
  pool,
  routers,
  routing,
  search,
  setup,
  shortcuts,
  signIn,
  status,
  texts,
  thread,
  topics,
  transfer,
  visitors,
  widgets,
  workbench,
}
