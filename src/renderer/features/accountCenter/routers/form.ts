import type { CommandArgs } from '../../../../protocol/commands/index.ts'
import { ROUTER_LIMITS, type RouterId } from '../../../../protocol/model/index.ts'

/** A router while somebody is editing it; the time is as it was typed. */
export interface RouterForm extends Omit<CommandArgs<'router.save'>, 'renewSecret' | 'limitMs'> {
  readonly limitMs: string
}

export const newRouter = (id: string): RouterForm => ({
  id: id as RouterId,
  version: null,
  name: '',
  on: true,
  url: '',
  limitMs: '1000',
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
export const planOf = (form: RouterForm): Omit<CommandArgs<'router.save'>, 'renewSecret'> => ({
  ...form,
  name: form.name.trim(),
  url: form.url.trim(),
  limitMs: Number(form.limitMs),
})
