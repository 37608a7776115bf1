/** The first organisation of a fresh server, made once by whoever holds the one-time link. */
import { timingSafeEqual } from 'node:crypto'

import type { Ids } from '../../base/ids.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { OrganizationId } from '../../protocol/model/index.ts'
import type { SetupDone, SetupRequest } from '../../protocol/wire/index.ts'
import { organizationIds } from '../db/organizations.ts'
import type { ReadDb } from '../db/port.ts'
import type { Engine } from '../engine/types.ts'
import { hashPassword } from './password.ts'
import { newToken } from './tokens.ts'

export interface Setup {
  isWanted(): Promise<boolean>
  /** What the link carries; good until the organisation exists or the server stops. */
  readonly token: string
  run(
    request: SetupRequest,
  ): Promise<Result<SetupDone, 'forbidden' | 'ticket-used' | 'invalid' | 'unavailable'>>
}

export interface SetupOptions {
  readonly db: ReadDb
  readonly engine: Engine
  readonly ids: Ids
  /** Where customers' pages find the server. */
  readonly publicUrl: () => string
}

export const createSetup = ({ db, engine, ids, publicUrl }: SetupOptions): Setup => {
  const token = newToken()
  let running = false

  const isWanted = async (): Promise<boolean> => (await organizationIds(db)).length === 0

  const create = async (request: SetupRequest): ReturnType<Setup['run']> => {
    const organizationId = OrganizationId.parse(ids.next())
    const created = await engine.runInternal(organizationId, 'organization.create', {
      name: request.organization,
      language: request.language,
      timeZone: request.timeZone,
      admin: { account: request.adminAccount, passwordHash: await hashPassword(request.adminPassword) },
      agent: {
        account: request.agentAccount,
        name: request.agentName,
        passwordHash: await hashPassword(request.agentPassword),
      },
    })
    if (!created.ok) return refuse(created.code === 'unavailable' ? 'unavailable' : 'invalid')
    const snippet = `<script async src="${publicUrl()}/foyer.js" data-widget="${created.value.widgetId}"></script>`
    return ok({ snippet, organizationName: request.organization })
  }

  return {
    isWanted,
    token,
    run: async (request) => {
      if (!isSame(request.token, token)) return refuse('forbidden')
      if (!isTimeZone(request.timeZone)) return refuse('invalid')
      if (running) return refuse('unavailable')
      running = true
      try {
        return (await isWanted()) ? await create(request) : refuse('ticket-used')
      } finally {
        running = false
      }
    },
  }
}

const isSame = (given: string, expected: string): boolean => {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
