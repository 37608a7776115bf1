import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import { ROUTER_LIMITS, type CustomRouter, type RouterId } from '../../../../protocol/model/index.ts'

/** A router while somebody is editing it; the time is as it was typed. */
export interface RouterForm extends Omit<CommandArgs<'router.save'>, 'version' | 'limitMs'> {
  readonly limitMs: string
}

/** Null: a new one. */
export const formOf = (router: CustomRouter | null): RouterForm => {
  const { version: _version, limitMs, ...plan } = router ?? newRouter(crypto.randomUUID())
  return { ...plan, limitMs: String(limitMs), renewSecret: false }
}

const newRouter = (id: string): CustomRouter => ({
  id: id as RouterId,
  version: 0,
  name: '',
  on: true,
  url: '',
  limitMs: 1000,
  strict: false,
  fields: ['type', 'tags', 'owner'],
})

export type RouterProblem = 'name' | 'url' | 'limitMs'

/** What keeps the router from being saved. */
export const problemOf = ({ name, url, limitMs }: RouterForm): RouterProblem | null => {
  const { leastMs, mostMs } = ROUTER_LIMITS
  if (name.trim() === '' || name.trim().length > ROUTER_LIMITS.name) return 'name'
  if (!URL.canParse(url.trim()) || !/^https?:\/\//u.test(url.trim())) return 'url'
  if (url.trim().length > ROUTER_LIMITS.url) return 'url'
  const ms = Number(limitMs)
  return /^\d+$/u.test(limitMs) && ms >= leastMs && ms <= mostMs ? null : 'limitMs'
}

/** What is saved. */
export const planOf = (form: RouterForm): Omit<CommandArgs<'router.save'>, 'version'> => ({
  ...form,
  name: form.name.trim(),
  url: form.url.trim(),
  limitMs: Number(form.limitMs),
})
