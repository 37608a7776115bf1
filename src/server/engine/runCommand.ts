import { hash } from 'node:crypto'

import { ok, refuse, type Result } from '../../base/result.ts'
import { commands, type CommandDeclaration, type CommandName } from '../../protocol/commands/index.ts'
import { handlers } from '../commands/index.ts'
import { insertAuditEntry } from '../db/auditEntries.ts'
import { findCommandResult, insertCommandResult } from '../db/commandResults.ts'
import type { Turn } from './turn.ts'
import type { CommandRequest, Principal } from './types.ts'
import type { Work } from './work.ts'

/** A request whose arguments are what its declaration says. */
export interface ParsedRequest {
  readonly principal: Principal
  readonly id: string
  readonly name: CommandName
  readonly args: unknown
}

/** Refuses what is not a command of this kind of sender, with the path of the field that is wrong. */
export const parseRequest = (request: CommandRequest): Result<ParsedRequest, 'invalid' | 'forbidden'> => {
  if (!Object.hasOwn(commands, request.name)) return refuse('invalid', { path: 'name' })
  const declaration: CommandDeclaration = commands[request.name]
  if (declaration.by !== request.principal.kind) return refuse('forbidden')
  const parsed = declaration.args.safeParse(request.args)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return refuse('invalid', { path: issue?.path.join('.') ?? '', problem: issue?.code ?? '' })
  }
  const args: unknown = parsed.data
  // A message is known by one id, whoever looks: the command that sends it has no other.
  if (handlers[request.name].repeats === 'message' && idIn(args) !== request.id)
    return refuse('invalid', { path: 'id' })
  return ok({ principal: request.principal, id: request.id, name: request.name, args })
}

/** Permits, answers a repeated send with its first result, or decides. */
export const runCommand = async (
  turn: Turn,
  work: Work,
  request: ParsedRequest,
): Promise<Result<unknown>> => {
  const { principal, name, args, id } = request
  if (principal.kind === 'agent') {
    const known = (await turn.directory()).agents.get(principal.agentId)
    const { permission } = commands[name]
    if (!known || known.agent.disabled || (permission && !known.permissions.has(permission))) {
      return refuse('forbidden')
    }
  }
  if (handlers[name].repeats !== 'stored') return decide(work, principal, name, args)
  const digest = digestOf(principal, name, args)
  const first = await findCommandResult(turn.tx, turn.organizationId, id)
  if (first) {
    return first.digest === digest ? ok(JSON.parse(first.result)) : refuse('idempotency-conflict')
  }
  const result = await decide(work, principal, name, args)
  // A refusal is not kept: what decided it may be different the next time.
  if (result.ok) {
    const row = { digest, result: JSON.stringify(result.value) }
    await insertCommandResult(turn.tx, turn.organizationId, id, row, work.now)
  }
  return result
}

type AnyHandler = (work: Work, principal: Principal, args: unknown) => Promise<Result<unknown>>

const decide: (
  work: Work,
  principal: Principal,
  name: CommandName,
  args: unknown,
) => Promise<Result<unknown>> = async (work, principal, name, args) => {
  // The table pairs each name with its handler; the arguments were parsed by the declaration of the same name.
  const handler = handlers[name].handler as unknown as AnyHandler
  const result = await handler(work, principal, args)
  const declaration: CommandDeclaration = commands[name]
  if (result.ok && declaration.sensitive) {
    const { tx, organizationId, actor, now } = work
    const entry = { id: work.ids.next(), at: now, actor, action: name, subject: subjectOf(args, declaration) }
    await insertAuditEntry(tx, organizationId, entry)
  }
  return result
}

/** What the command was about, without what nobody is to read. */
const subjectOf = (args: unknown, { secrets }: CommandDeclaration): string =>
  JSON.stringify(args, (name, value: unknown) =>
    secrets?.includes(name) && typeof value === 'string' ? '…' : value,
  )

const digestOf = (principal: Principal, name: CommandName, args: unknown): string => {
  const who =
    principal.kind === 'agent' ? principal.agentId : principal.kind === 'customer' ? principal.identityId : ''
  return hash('sha256', JSON.stringify([who, name, args]))
}

const idIn = (args: unknown): unknown =>
  typeof args === 'object' && args !== null && 'id' in args ? args.id : undefined
