import type { Migration } from './migration.ts'

/**
 * The secret before the present one, as long as what was signed with it is still taken (R-16-141); and what a customer says
 * of a bot's answers (R-14-017).
 */
export const secretsAndJudgements: Migration = {
  number: 28,
  name: 'secrets-and-judgements',
  statements: (driver) => [
    'alter table site_keys add column former_secret text',
    `alter table site_keys add column former_until ${driver === 'postgres' ? 'bigint' : 'integer'}`,
    'alter table bot_talks add column unhelpful integer not null default 0',
    'alter table bot_talks add column judged_seq integer not null default 0',
  ],
}
