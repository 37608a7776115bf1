import * as z from 'zod'

import { QuickEntryId } from './ids.ts'
import { line, Version } from './primitives.ts'

/** So many the right menu can hold (R-03-118). */
export const QUICK_ENTRY_LIMIT = 12
/** What an address may name in braces; `context` is all three, signed. A page is told nothing else (R-03-119). */
export const QUICK_ENTRY_PARAMETERS = ['customerId', 'sessionId', 'agentId', 'context'] as const
export type QuickEntryParameter = (typeof QUICK_ENTRY_PARAMETERS)[number]

export const QUICK_ENTRY_ICONS = [
  'globe',
  'cart',
  'package',
  'truck',
  'receipt',
  'wallet',
  'chart',
  'calendar',
  'clipboard',
  'book',
  'ticket',
  'wrench',
] as const
const QuickEntryIcon = z.enum(QUICK_ENTRY_ICONS)
export type QuickEntryIcon = z.infer<typeof QuickEntryIcon>

export type QuickEntryProblem = 'empty' | 'not-https' | 'not-an-address' | 'in-host' | 'unknown-parameter'

const isParameter = (text: string): text is QuickEntryParameter =>
  QUICK_ENTRY_PARAMETERS.some((one) => one === text)

/** What keeps an address from being one of a quick entry; null: nothing. */
export const quickEntryProblem = (address: string): QuickEntryProblem | null => {
  if (address.trim() === '') return 'empty'
  if (!/^https:\/\//iu.test(address)) return 'not-https'
  // Whoever is asked must not follow from who the customer is.
  if (/^https:\/\/[^/?#]*[{}]/iu.test(address)) return 'in-host'
  const named = [...address.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name)
  if (!named.every(isParameter)) return 'unknown-parameter'
  const url = URL.parse(filledAddress(address, () => 'x'))
  return url === null || url.username !== '' || url.password !== '' ? 'not-an-address' : null
}

/** The address with its parameters written in. */
export const filledAddress = (address: string, valueOf: (parameter: QuickEntryParameter) => string): string =>
  address.replaceAll(/\{([^{}]*)\}/gu, (whole, name: string) =>
    isParameter(name) ? encodeURIComponent(valueOf(name)) : whole,
  )

/** A page of the company's own in the right menu of the workbench. */
export const QuickEntry = z.object({
  id: QuickEntryId,
  name: line(1, 8),
  icon: QuickEntryIcon,
  address: z
    .string()
    .trim()
    .max(500)
    .refine((address) => quickEntryProblem(address) === null),
})
export type QuickEntry = z.infer<typeof QuickEntry>

/** All of them in their order; read and written as a whole. */
export const QuickEntries = z.object({
  entries: z
    .array(QuickEntry)
    .max(QUICK_ENTRY_LIMIT)
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length),
  version: Version,
})
export type QuickEntries = z.infer<typeof QuickEntries>

export const NO_QUICK_ENTRIES: QuickEntries = { entries: [], version: 0 }
