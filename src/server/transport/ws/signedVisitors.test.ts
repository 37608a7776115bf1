import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ORGANIZATION, startServerWorld, type ServerWorld } from '../../../../tests/support/serverWorld.ts'
import { signIdentity } from '../../../../tests/support/signIdentity.ts'
import { systemClock } from '../../../base/clock.ts'
import { silentLogger } from '../../../base/logger.ts'
import { sql } from '../../../base/sql.ts'
import type { SnapshotPart } from '../../../protocol/wire/index.ts'
import { openDatabase } from '../../db/open.ts'
import type { WriteDb } from '../../db/port.ts'
import { saveSiteKeys } from '../../db/siteKeys.ts'

const keys = { secret: 'known to the server of the shop', publicKey: '', version: 1 }

describe('visitors the company vouches for', () => {
  let world: ServerWorld
  beforeAll(async () => {
    world = await startServerWorld()
    await written(world, async (tx) => saveSiteKeys(tx, ORGANIZATION, keys))
  })
  afterAll(async () => {
    await world.dispose()
  })

  const written = async (of: ServerWorld, write: (tx: WriteDb) => Promise<void>): Promise<void> => {
    const db = await openDatabase(
      { file: join(of.folder, 'foyer.db') },
      { clock: systemClock, log: silentLogger },
    )
    await db.transaction(write)
    await db.close()
  }
  const signed = (sub: string, secret = keys.secret): string =>
    signIdentity(secret, { sub, exp: Math.floor(Date.now() / 1000) + 3600, name: '王芳' })
  const textsOf = (messages: readonly { readonly body: object }[]): string[] =>
    messages.flatMap(({ body }) => ('text' in body ? [String(body.text)] : []))

  it('R-18-053 R-18-036 the same thread is on all devices of a signed visitor', async () => {
    const phone = await world.customer({ identity: signed('u-1') })
    expect(phone.welcome.identity).toBe('signed')
    await phone.write('从手机来')
    await phone.close()
    const desk = await world.customer({ identity: signed('u-1') })
    expect(textsOf(desk.messages())).toEqual(['从手机来'])
    // A connection that comes back shows what it was given, once the signature has run out.
    const { token } = desk.welcome
    const again = await world.customer({ token, identity: 'old.old.old' })
    expect(again.welcome.identity).toBe('signed')
    expect(textsOf(again.messages())).toEqual(['从手机来'])
    await Promise.all([desk.close(), again.close()])
  })

  it('R-18-053 a wrong signature is an anonymous visitor without history', async () => {
    const stranger = await world.customer({ identity: signed('u-1', 'guessed') })
    expect(stranger.welcome).toMatchObject({ identity: 'refused', messages: [] })
    await stranger.close()
    const forged = await world.customer({ token: 'signed:u-1' })
    expect(forged.welcome.messages).toEqual([])
    await forged.close()
  })

  it('R-18-055 a talk under way becomes the customer\u2019s, and its former token opens nothing', async () => {
    const visitor = await world.customer()
    await visitor.write('还没登录')
    await visitor.close()
    const { token } = visitor.welcome
    const known = await world.customer({ token, identity: signed('u-2') })
    expect(known.welcome.identity).toBe('signed')
    expect(textsOf(known.messages())).toEqual(['还没登录'])
    await known.close()
    const later = await world.customer({ token })
    expect(later.welcome.messages).toEqual([])
    expect(later.welcome.token).not.toBe(token)
    await later.close()
  })

  it('R-18-055 somebody with a thread goes on with the talk under way, as that customer', async () => {
    const anna = await world.agent('anna')
    const first = await world.customer({ identity: signed('u-3') })
    await first.write('老问题')
    await first.close()
    const visitor = await world.customer()
    await visitor.write('新问题')
    const hasQuestion = ({ rows }: SnapshotPart): boolean => textsOf(rows.messages ?? []).includes('新问题')
    await anna.next((frame) => frame.t === 'snapshot' && frame.parts.some(hasQuestion))
    const [stranger] = anna.parts().find(hasQuestion)?.rows.customers ?? []
    await anna.run('private-remark.set', { customerId: stranger?.id, text: '老主顾' })
    await visitor.close()
    const known = await world.customer({ token: visitor.welcome.token, identity: signed('u-3') })
    expect(known.welcome.identity).toBe('joined')
    expect(textsOf(known.messages())).toEqual(['新问题'])
    const { customer, session } = await anna.event('conversation.joined')
    expect(customer).toMatchObject({ verifiedAs: 'u-3', name: '王芳' })
    expect(session.customerId).toBe(customer.id)
    // Whoever had a name of their own for the visitor has it for the customer.
    await anna.event(
      'private-remark.changed',
      ({ remark }) => remark.customerId === customer.id && remark.text === '老主顾',
    )
    await known.run('customer.leave', {})
    await known.close()
    const after = await world.customer({ token: visitor.welcome.token, identity: signed('u-3') })
    expect(after.welcome.identity).toBe('signed')
    expect(textsOf(after.messages())).toEqual(['老问题'])
    await Promise.all([after.close(), anna.close()])
  })

  it('R-18-054 what is said without proof is shown as said, and opens nobody\u2019s history', async () => {
    const anna = await world.agent('anna')
    const said = { name: '王芳', email: 'wang@example.com', phone: '' }
    const first = await world.customer({ said })
    await first.write('我的秘密')
    await first.close()
    const shown = JSON.stringify(said)
    await anna.next((frame) => JSON.stringify(frame).includes(`"said":${shown}`))
    const second = await world.customer({ said })
    expect(second.welcome.messages).toEqual([])
    await Promise.all([second.close(), anna.close()])
  })

  it('R-18-051 whoever has not come for 366 days is somebody new', async () => {
    // New visitors of one address are counted.
    const fresh = await startServerWorld()
    const before = await fresh.customer()
    await before.write('去年')
    await before.close()
    const { token } = before.welcome
    const age = async (days: number): Promise<void> =>
      written(fresh, async (tx) => {
        await tx.run(sql`update identities set last_seen_at = ${Date.now() - days * 24 * 60 * 60_000}`)
      })
    await age(365)
    const back = await fresh.customer({ token })
    expect(textsOf(back.messages())).toEqual(['去年'])
    await back.close()
    await age(367)
    const stranger = await fresh.customer({ token })
    expect(stranger.messages()).toEqual([])
    expect(stranger.welcome.token).not.toBe(token)
    await stranger.close()
    await fresh.dispose()
  })
})
