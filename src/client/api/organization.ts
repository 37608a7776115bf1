import type {
  Agent,
  AgentId,
  AgentPresence,
  Arrival,
  Bot,
  BotId,
  ConversationId,
  CustomerSettings,
  CustomRouter,
  Department,
  Greetings,
  InvitationSettings,
  LanguageServiceName,
  LanguageServices,
  LanguageServicesSetUp,
  NavMenu,
  Organization,
  Presence,
  QuickEntries,
  QuickEntryId,
  ReceptionGroup,
  RouterDecision,
  RouterHealth,
  RouterId,
  RouterProblem,
  RoutingOutcome,
  RoutingRule,
  RoutingRules,
  RoutingStep,
  ServiceTrial,
  Survey,
  Tag,
  TopicList,
  Widget,
  WidgetId,
} from '../../protocol/model/index.ts'

/** What the company has set, and who of it is there. */
export interface OrganizationQueries {
  /** Null until the first synchronisation. */
  'organization.get': { args: Record<string, never>; result: OrganizationView | null }
  'presence.mine': { args: Record<string, never>; result: MyPresence }
  'presence.all': { args: Record<string, never>; result: readonly AgentPresence[] }
  /** Asks the server what would become of a customer now, by rules that need not be saved. Null: it cannot be told. */
  'routing.try': {
    args: { rules: readonly RoutingRule[]; arrival: Arrival; lastHandlerId: AgentId | null }
    result: { steps: readonly RoutingStep[]; outcome: RoutingOutcome } | null
  }
  /** Asks a saved router about a customer who is not there; nothing comes of it. Null: it cannot be told. */
  'router.try': {
    args: { routerId: RouterId; widgetId: WidgetId | null; text: string }
    result: {
      request: string
      answer: string
      ms: number
      problem: RouterProblem | null
      decision: RouterDecision | null
    } | null
  }
  /** Their whole addresses, which no cache holds. Null: they cannot be told. */
  'router.addresses': {
    args: Record<string, never>
    result: { addresses: Readonly<Record<RouterId, string>> } | null
  }
  /** The same of bots that somebody else runs. */
  'bot.addresses': {
    args: Record<string, never>
    result: { addresses: Readonly<Record<BotId, string>> } | null
  }
  /** How the routers have done lately; asks the server now and then. Null: it cannot be told. */
  'router.health': { args: Record<string, never>; result: { routers: readonly RouterHealth[] } | null }
  /**
   * Where the page of a quick entry is for this conversation; another `attempt` asks anew. Null: it cannot be told.
   */
  'quick-entry.address': {
    args: { entryId: QuickEntryId; conversationId: ConversationId; attempt: string }
    result: { url: string } | null
  }
  /** Where speech and translation services are, for whoever sets them. Null: it cannot be told. */
  'language-services.set-up': { args: Record<string, never>; result: LanguageServicesSetUp | null }
  /** Really asks a service that is saved. Null: it cannot be told. */
  'language-services.try': { args: { service: LanguageServiceName }; result: ServiceTrial | null }
  /** What signs the context of quick entries, for whoever sets them. Null: it cannot be told. */
  'quick-entries.secret': { args: Record<string, never>; result: { secret: string | null } | null }
}

export interface OrganizationView {
  readonly organization: Organization
  readonly agents: readonly Agent[]
  readonly departments: readonly Department[]
  readonly groups: readonly ReceptionGroup[]
  readonly survey: Survey
  readonly invitations: InvitationSettings
  readonly greetings: Greetings
  readonly navMenu: NavMenu
  /** That of the main account. */
  readonly mainMenu: NavMenu
  readonly customerSettings: CustomerSettings
  readonly quickEntries: QuickEntries
  readonly languageServices: LanguageServices
  readonly rules: RoutingRules
  readonly bots: readonly Bot[]
  readonly routers: readonly CustomRouter[]
  readonly tags: readonly Tag[]
  readonly topics: TopicList
  /** The one changed last first. */
  readonly widgets: readonly Widget[]
}

export interface MyPresence {
  readonly presence: Presence
  readonly reception: boolean
  readonly load: number
  readonly capacity: number
}
