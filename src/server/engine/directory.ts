import { permissionsOf } from '../../domain/permissions/permissionsOf.ts'
import type {
  Agent,
  AgentId,
  Bot,
  BotId,
  CustomRouter,
  Department,
  Greetings,
  GroupId,
  Organization,
  OrganizationId,
  Permission,
  ReceptionGroup,
  RouterId,
  RoutingRule,
  Survey,
  Widget,
  WidgetId,
} from '../../protocol/model/index.ts'
import { agentsOf } from '../db/agents.ts'
import { botsOf } from '../db/bots.ts'
import { departmentsOf } from '../db/departments.ts'
import { findGreetings } from '../db/greetings.ts'
import { findOrganization } from '../db/organizations.ts'
import type { ReadDb } from '../db/port.ts'
import { groupsOf } from '../db/receptionGroups.ts'
import { rolesOf } from '../db/roles.ts'
import { routersOf } from '../db/routers.ts'
import { findRoutingRules } from '../db/routingRules.ts'
import { findSurvey } from '../db/surveys.ts'
import { widgetsOf } from '../db/widgets.ts'

/** The people of an organisation and what they may do, as every command asks for it. */
export interface Directory {
  readonly organization: Organization
  readonly agents: ReadonlyMap<AgentId, KnownAgent>
  readonly groups: ReadonlyMap<GroupId, ReceptionGroup>
  readonly departments: readonly Department[]
  /** Undefined: nobody has set any up. */
  readonly survey: Survey | undefined
  /** In their order. */
  readonly rules: readonly RoutingRule[]
  readonly bots: ReadonlyMap<BotId, Bot>
  readonly routers: ReadonlyMap<RouterId, CustomRouter>
  /** Entry points that are not deleted. */
  readonly widgets: ReadonlyMap<WidgetId, Widget>
  /** Undefined: nobody has written any. */
  readonly greetings: Greetings | undefined
}

export interface KnownAgent {
  readonly agent: Agent
  readonly permissions: ReadonlySet<Permission>
  readonly groupIds: ReadonlySet<GroupId>
  /** The own figure, or the organisation's (R-02-066). */
  readonly capacity: number
  /** The company gives sessions to those whom nothing but a mobile connects (R-02-063). */
  readonly receivesOnMobile: boolean
}

/**
 * Directories kept in memory, each as old as the newest change of people, roles or groups.
 *
 * `config_revision` is read with the turn of the organisation anyway; while it stays the same nothing is read again, and
 * a change made by another process is noticed with the next command.
 */
export interface Directories {
  at(db: ReadDb, organizationId: OrganizationId, configRevision: number): Promise<Directory>
  /** What was read belongs to a transaction that was undone. */
  forget(organizationId: OrganizationId): void
}

export const createDirectories = (): Directories => {
  const kept = new Map<OrganizationId, { readonly configRevision: number; readonly directory: Directory }>()
  return {
    at: async (db, organizationId, configRevision) => {
      const found = kept.get(organizationId)
      if (found?.configRevision === configRevision) return found.directory
      const directory = await readDirectory(db, organizationId)
      kept.set(organizationId, { configRevision, directory })
      return directory
    },
    forget: (organizationId) => {
      kept.delete(organizationId)
    },
  }
}

const readDirectory = async (db: ReadDb, organizationId: OrganizationId): Promise<Directory> => {
  const organization = await findOrganization(db, organizationId)
  if (!organization) throw new Error('organisation not found')
  const roles = new Map((await rolesOf(db, organizationId)).map((role) => [role.id as string, role]))
  const groups = await groupsOf(db, organizationId)
  const agents = await agentsOf(db, organizationId)
  const groupIds = new Map<AgentId, Set<GroupId>>(agents.map((agent) => [agent.id, new Set()]))
  for (const group of groups) for (const memberId of group.memberIds) groupIds.get(memberId)?.add(group.id)
  return {
    organization,
    departments: await departmentsOf(db, organizationId),
    survey: await findSurvey(db, organizationId),
    rules: (await findRoutingRules(db, organizationId)).rules,
    bots: new Map((await botsOf(db, organizationId)).map((bot) => [bot.id, bot])),
    routers: new Map((await routersOf(db, organizationId)).map((router) => [router.id, router])),
    widgets: new Map((await widgetsOf(db, organizationId)).map((widget) => [widget.id, widget])),
    greetings: await findGreetings(db, organizationId),
    groups: new Map(groups.map((group) => [group.id, group])),
    agents: new Map(
      agents.map((agent) => [
        agent.id,
        {
          agent,
          permissions: permissionsOf(agent, roles),
          groupIds: groupIds.get(agent.id) ?? new Set(),
          capacity: agent.capacity ?? organization.capacity,
          receivesOnMobile: organization.reception.receiveOnMobile,
        },
      ]),
    ),
  }
}
