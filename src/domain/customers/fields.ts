/** The fields of a customer by name, so that changes of them can be compared, refused and told one by one. */
import type { CustomerFields } from '../../protocol/commands/index.ts'
import { birthdayProblem, customValueProblem } from '../../protocol/customerFieldRules.ts'
import type {
  Customer,
  CustomerDetails,
  CustomField,
  CustomFieldId,
  FieldKey,
  FieldValue,
} from '../../protocol/model/index.ts'

/** The name of a field that the company made. */
export const customKey = (id: CustomFieldId): FieldKey => `custom.${id}`

/** What is in a field of the customer now; empty: nothing. */
export const valueOf = (customer: Customer, key: FieldKey): FieldValue => {
  if (key.startsWith(CUSTOM))
    return customer.details?.custom?.[key.slice(CUSTOM.length) as CustomFieldId] ?? ''
  switch (key) {
    case 'name':
    case 'phone':
    case 'email':
    case 'company':
    case 'note':
    case 'type':
    case 'region':
      return customer[key]
    case 'gender':
    case 'birthday':
    case 'education':
      return customer.details?.[key] ?? ''
    case 'phones':
    case 'emails':
      return customer.details?.[key] ?? []
    case 'tags':
      return customer.tagIds
    case 'stage':
      return customer.stageId ?? ''
    case 'owner':
      return customer.ownerId ?? ''
    default:
      return ''
  }
}

/** What is to be put where. */
export const valuesOf = ({
  custom,
  ...fields
}: CustomerFields): readonly (readonly [FieldKey, FieldValue])[] => [
  ...Object.entries(fields).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined),
  ...Object.entries(custom ?? {}).map(([id, value]) => [customKey(id as CustomFieldId), value] as const),
]

/** The customer with these values; the same values twice are one, and the main one is not repeated (R-05-043). */
export const withFields = (customer: Customer, { custom, ...fields }: CustomerFields): Customer => {
  const { gender, birthday, education, phones, emails, ...own } = fields
  const next: Customer = { ...customer, ...present(own) }
  const details = { ...customer.details, ...present({ gender, birthday, education, phones, emails }) }
  const made = { ...customer.details?.custom, ...custom }
  return {
    ...next,
    details: withoutEmpty({
      ...details,
      phones: others(details.phones, next.phone),
      emails: others(details.emails, next.email),
      custom: Object.fromEntries(Object.entries(made).filter(([, value]) => value !== '')),
    }),
  }
}

/** The fields that hold something else by now than their author saw, and not already what they want (R-03-126). */
export const conflictsIn = (
  customer: Customer,
  was: Readonly<Record<FieldKey, FieldValue>>,
  fields: CustomerFields,
): readonly FieldKey[] =>
  valuesOf(fields)
    .filter(([key, wanted]) => {
      const seen = was[key]
      const now = valueOf(customer, key)
      return seen !== undefined && !isSameValue(now, seen) && !isSameValue(now, wanted)
    })
    .map(([key]) => key)

/** The first field whose value cannot be, beyond what its form already says. */
export const wrongField = (
  fields: CustomerFields,
  custom: readonly CustomField[],
  now: number,
): FieldKey | null => {
  if (birthdayProblem(fields.birthday ?? '', now)) return 'birthday'
  for (const [id, value] of Object.entries(fields.custom ?? {})) {
    const field = custom.find((one) => one.id === id)
    if (value !== '' && (!field || customValueProblem(field, value))) return customKey(id as CustomFieldId)
  }
  return null
}

/** Whether two values of a field say the same. */
export const isSameValue = (one: FieldValue, other: FieldValue): boolean =>
  typeof one === 'string' || typeof other === 'string'
    ? one === other
    : one.length === other.length && one.every((value, index) => value === other[index])

const CUSTOM = 'custom.'

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>

const others = (values: readonly string[] | undefined, main: string): string[] =>
  [...new Set(values)].filter((value) => value !== main)

const withoutEmpty = (details: object): CustomerDetails =>
  Object.fromEntries(
    Object.entries(details).filter(([, value]: [string, unknown]) =>
      typeof value === 'string'
        ? value !== ''
        : Array.isArray(value)
          ? value.length > 0
          : Object.keys(value ?? {}).length > 0,
    ),
  )
