import accountCenter from './locales/en/accountCenter.json' with { type: 'json' }
import bots from './locales/en/bots.json' with { type: 'json' }
import common from './locales/en/common.json' with { type: 'json' }
import composer from './locales/en/composer.json' with { type: 'json' }
import conversations from './locales/en/conversations.json' with { type: 'json' }
import customer from './locales/en/customer.json' with { type: 'json' }
import design from './locales/en/design.json' with { type: 'json' }
import errors from './locales/en/errors.json' with { type: 'json' }
import paths from './locales/en/paths.json' with { type: 'json' }
import pool from './locales/en/pool.json' with { type: 'json' }
import routers from './locales/en/routers.json' with { type: 'json' }
import routing from './locales/en/routing.json' with { type: 'json' }
import search from './locales/en/search.json' with { type: 'json' }
import setup from './locales/en/setup.json' with { type: 'json' }
import shortcuts from './locales/en/shortcuts.json' with { type: 'json' }
import signIn from './locales/en/signIn.json' with { type: 'json' }
import status from './locales/en/status.json' with { type: 'json' }
import texts from './locales/en/texts.json' with { type: 'json' }
import thread from './locales/en/thread.json' with { type: 'json' }
import topics from './locales/en/topics.json' with { type: 'json' }
import transfer from './locales/en/transfer.json' with { type: 'json' }
import visitors from './locales/en/visitors.json' with { type: 'json' }
import widgets from './locales/en/widgets.json' with { type: 'json' }
import workbench from './locales/en/workbench.json' with { type: 'json' }

export const en = {
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
