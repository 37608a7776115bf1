import { ok, refuse } from '../../../base/result.ts'
import {
  FIRST_STAGE,
  WON_STAGE,
  type CompanyText,
  type CustomerSettings,
} from '../../../protocol/model/index.ts'
import {
  countInStage,
  customerSettingsOf,
  saveCustomerSettings as saveRow,
} from '../../db/customerSettings.ts'
import type { Handler } from '../handler.ts'

export const saveCustomerSettings: Handler<'customer-settings.save'> = async (work, _principal, args) => {
  const { tx, organizationId } = work
  const before = await customerSettingsOf(tx, organizationId)
  if (before.version !== args.version) return refuse('conflict', { version: before.version })
  if (hasTwice(idsOf(args))) return refuse('invalid', { path: 'stages' })
  const taken = repeated(args.fields.map(({ name }) => name)) ?? repeated(args.stages.map(stageName))
  if (taken !== undefined) return refuse('profile-name-taken', { name: taken })
  for (const { id, name, kind, options } of args.fields) {
    const was = before.fields.find((field) => field.id === id)
    if (was && was.kind !== kind) return refuse('field-kind', { name })
    if (kind === 'choice' && (options.length === 0 || hasTwice(options)))
      return refuse('no-options', { name })
  }
  for (const stage of before.stages) {
    if (args.stages.some(({ id }) => id === stage.id)) continue
    const count = await countInStage(tx, organizationId, stage.id)
    if (count > 0) return refuse('stage-used', { count, name: stageName(stage) })
  }
  const settings = { ...args, version: args.version + 1 }
  await saveRow(tx, organizationId, settings)
  work.publish('org', 'customer-settings.changed', { settings })
  return ok({ settings })
}

const idsOf = ({ stages, fields }: CustomerSettings): string[] => [
  FIRST_STAGE,
  WON_STAGE,
  ...stages.map(({ id }) => id),
  ...fields.map(({ id }) => id),
]

const stageName = ({ name }: { readonly name: CompanyText }): string =>
  typeof name === 'string' ? name : name['zh-CN']

const hasTwice = (values: readonly string[]): boolean => repeated(values) !== undefined

const repeated = (values: readonly string[]): string | undefined =>
  values.find((value, index) => values.indexOf(value) !== index)
