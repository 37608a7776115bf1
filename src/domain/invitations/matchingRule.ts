import type { InvitationConditions, InvitationRule, VisitSource } from '../../protocol/model/index.ts'

/** What is known of a visit; words of the page among it are untrusted and only compared. */
export interface VisitFacts {
  /** When the page that is open now was opened. */
  readonly pageSince: number
  readonly url: string
  readonly mobile: boolean
  /** Which visit of theirs it is, and how many pages it had. */
  readonly visit: number
  readonly pages: number
  readonly source: VisitSource['kind']
  readonly known: boolean
}

/** The first invitation that suits the visit now, and when it is worth looking again: null, never on this page. */
export const matchingRule = (
  rules: readonly InvitationRule[],
  facts: VisitFacts,
  now: number,
): { readonly rule: InvitationRule | null; readonly lookAgainAt: number | null } => {
  let lookAgainAt: number | null = null
  for (const rule of rules) {
    if (!rule.on || !suits(rule.conditions, facts)) continue
    const at = facts.pageSince + rule.conditions.seconds * 1000
    if (at <= now) return { rule, lookAgainAt: null }
    lookAgainAt = Math.min(lookAgainAt ?? at, at)
  }
  return { rule: null, lookAgainAt }
}

/** Everything but the time; all of it must hold (R-02-241). */
const suits = (conditions: InvitationConditions, facts: VisitFacts): boolean =>
  (conditions.device === 'any' || (conditions.device === 'mobile') === facts.mobile) &&
  facts.visit >= conditions.visits &&
  facts.pages >= conditions.pages &&
  facts.url.toLowerCase().includes(conditions.address.toLowerCase()) &&
  (conditions.source === 'any' || conditions.source === facts.source) &&
  (conditions.customers === 'any' || (conditions.customers === 'known') === facts.known)
