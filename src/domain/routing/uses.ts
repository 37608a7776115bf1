import { textIn } from '../../protocol/companyTexts.ts'
import type {
  BotId,
  GroupId,
  InvitationSettings,
  Measure,
  NavItem,
  NavMenu,
  NavMenuPlan,
  Organization,
  ReceptionGroup,
  RouterId,
  RoutingRule,
  RuleReceiver,
  Widget,
} from '../../protocol/model/index.ts'

/** Something that settings name and that can be deleted. */
export type Usable =
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | { readonly kind: 'bot'; readonly botId: BotId }
  | { readonly kind: 'router'; readonly routerId: RouterId }

/** All settings that may name one. */
export interface NamingSettings {
  readonly organization: Pick<Organization, 'reception' | 'language'>
  readonly groups: readonly Pick<ReceptionGroup, 'name' | 'botId' | 'offHours'>[]
  readonly rules: readonly Pick<RoutingRule, 'name' | 'receiver'>[]
  readonly widgets: readonly Pick<Widget, 'name' | 'target' | 'botId' | 'routerId'>[]
  readonly invitations: Pick<InvitationSettings, 'rules'>
  readonly navMenus: readonly Pick<NavMenu, 'draft' | 'published'>[]
}

/** One place that names it; the plans of the company have no name of their own. */
export interface Use {
  readonly kind: 'entry' | 'group' | 'rule' | 'invitation' | 'menu' | 'overflow' | 'off-hours'
  readonly name: string
}

/** Where customers are still sent to it: while there is such a place it cannot be deleted (R-02-053). */
export const usesOf = (what: Usable, settings: NamingSettings): readonly Use[] => {
  const { organization, groups, rules, widgets, invitations, navMenus } = settings
  const { overflow, offHours } = organization.reception
  const isNamed = (receiver: RuleReceiver | null): boolean => {
    switch (receiver?.kind) {
      case 'group':
        return what.kind === 'group' && receiver.groupId === what.groupId
      case 'bot':
        return what.kind === 'bot' && receiver.botId === what.botId
      case 'agent':
      case undefined:
        return false
    }
  }
  const isPlanned = (plan: readonly Measure[] | null | undefined): boolean =>
    (plan ?? []).some(
      (measure) =>
        (measure.kind === 'other-group' && isNamed({ kind: 'group', groupId: measure.groupId })) ||
        (measure.kind === 'bot' && isNamed(measure)),
    )
  const isBot = (botId: BotId | null): boolean => botId !== null && isNamed({ kind: 'bot', botId })
  const isRouter = (routerId: RouterId | null): boolean =>
    what.kind === 'router' && routerId === what.routerId
  const plans = navMenus.flatMap(({ draft, published }) => [draft, published])
  const menuItems = plans
    .flatMap(itemsOf)
    .filter(({ action }) => action.kind === 'person' && isNamed(action.target))
  const titles = new Set(
    menuItems.map(({ title }) => textIn(title, organization.language, organization.language)),
  )
  const named = (kind: Use['kind'], list: readonly { readonly name: string }[]): Use[] =>
    list.map(({ name }) => ({ kind, name }))
  return [
    ...named(
      'entry',
      widgets.filter(({ target, botId, routerId }) => isNamed(target) || isBot(botId) || isRouter(routerId)),
    ),
    ...named(
      'group',
      groups.filter(({ botId, offHours: plan }) => isBot(botId) || isPlanned(plan)),
    ),
    ...named(
      'rule',
      rules.filter(({ receiver }) => isNamed(receiver)),
    ),
    ...named(
      'invitation',
      invitations.rules.filter(({ receiver }) => isNamed(receiver)),
    ),
    ...[...titles].map((name): Use => ({ kind: 'menu', name })),
    ...(Object.values(overflow).some(isPlanned) ? [{ kind: 'overflow', name: '' } as const] : []),
    ...(isPlanned(offHours) ? [{ kind: 'off-hours', name: '' } as const] : []),
  ]
}

const itemsOf = (menu: NavMenuPlan | null): readonly NavItem[] =>
  menu
    ? [...menu.entries.flatMap((entry) => ('action' in entry ? [entry] : entry.items)), ...menu.buttons]
    : []
