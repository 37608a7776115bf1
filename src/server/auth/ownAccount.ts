/** What an agent does about their own sign-ins: which devices there are, signing them out, another password. */
import { ok, refuse, type Result } from '../../base/result.ts'
import type { DeviceId } from '../../protocol/model/index.ts'
import type { OwnDevice } from '../../protocol/wire/index.ts'
import { deleteTokensBeside, deleteTokensOfDevice, devicesOf } from '../db/accessTokens.ts'
import { passwordHashOf, savePasswordHash } from '../db/agents.ts'
import type { AgentProof, AuthorityOptions, SignedOut } from './authority.ts'
import { hashPassword, verifyPassword } from './password.ts'

export interface OwnAccount {
  /** The one used last first. */
  devices(proof: AgentProof): Promise<OwnDevice[]>
  /** Signs one device out, or (null) all but the one that asks; what was signed out. */
  signOut(proof: AgentProof, deviceId: DeviceId | null): Promise<readonly SignedOut[]>
  /** Sets another password and signs all other devices out: whoever knew the former one is out. */
  changePassword(
    proof: AgentProof,
    passwords: { readonly current: string; readonly next: string },
  ): Promise<Result<readonly SignedOut[], 'wrong-credentials' | 'too-many-tries' | 'unavailable'>>
}

const FREE_TRIES = 5

export const createOwnAccount = ({ db, clock, attempts, passwords }: AuthorityOptions): OwnAccount => {
  const signedOut = ({ principal }: AgentProof, hashes: readonly string[]): SignedOut[] => {
    const { organizationId, agentId } = principal
    return hashes.map((tokenHash) => ({ organizationId, agentId, tokenHash }))
  }
  return {
    devices: async ({ principal: { organizationId, agentId }, tokenHash }) => {
      const found = await devicesOf(db, organizationId, agentId, clock.now())
      return found.map(({ tokenHash: own, ...device }) => ({ ...device, here: own === tokenHash }))
    },

    signOut: async (proof, deviceId) => {
      const { organizationId, agentId } = proof.principal
      const gone = await db.transaction((tx) =>
        deviceId === null
          ? deleteTokensBeside(tx, organizationId, agentId, proof.tokenHash)
          : deleteTokensOfDevice(tx, organizationId, agentId, deviceId),
      )
      return signedOut(proof, gone)
    },

    changePassword: async (proof, { current, next }) => {
      const { organizationId, agentId } = proof.principal
      const key = { key: `password:${organizationId}:${agentId}`, free: FREE_TRIES }
      const wait = attempts.waitMs([key])
      if (wait > 0) return refuse('too-many-tries', { retryAfterMs: wait })
      // Counted before the check, like signing in.
      attempts.failed(key)
      const stored = await passwordHashOf(db, organizationId, agentId)
      const right = await passwords.run(async () => stored !== undefined && verifyPassword(current, stored))
      if (right === undefined) return refuse('unavailable', { retryAfterMs: 1_000 })
      if (!right) return refuse('wrong-credentials')
      const hash = await passwords.run(() => hashPassword(next))
      if (hash === undefined) return refuse('unavailable', { retryAfterMs: 1_000 })
      attempts.succeeded(key)
      const gone = await db.transaction(async (tx) => {
        await savePasswordHash(tx, organizationId, agentId, hash)
        return deleteTokensBeside(tx, organizationId, agentId, proof.tokenHash)
      })
      return ok(signedOut(proof, gone))
    },
  }
}
