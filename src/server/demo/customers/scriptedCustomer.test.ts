import { beforeEach, describe, expect, it } from 'vitest'

import { createTestClock, type TestClock } from '../../../../tests/support/clock.ts'
import { createIds } from '../../../base/ids.ts'
import { MessageId } from '../../../protocol/model/index.ts'
import type {
  CustomerFrame,
  CustomerServerFrame,
  CustomerState,
  SeenMessage,
} from '../../../protocol/wire/customerFrames.ts'
import { startDialogue } from '../dialogue/dialogue.ts'
import { scriptById } from '../dialogue/scripts.ts'
import { createRandom } from '../random.ts'
import type { ConnectionOptions } from './customerConnection.ts'
import { Player } from './player.ts'
import { playCustomer } from './scriptedCustomer.ts'

const fresh: Player = {
  id: 'p1',
  widgetId: 'qimu-shop',
  token: null,
  opened: false,
  dialogue: startDialogue(scriptById('leak'), {
    name: '沈若溪',
    phone: '+86 100 2000 3000',
    email: 'm1@example.com',
    order: 'QM2601014455',
    productId: 'dawn-s3',
  }),
  answeredSeq: 0,
  outbox: [],
  nudges: 0,
}

let clock: TestClock
beforeEach(() => {
  clock = createTestClock()
})

/** A server that takes every message, or none while `deaf`. */
const onStage = (player: Player) => {
  const sent: CustomerFrame[] = []
  const stage = { deaf: false, player, gone: false }
  let options: ConnectionOptions | undefined
  let seq = player.answeredSeq
  const customer = playCustomer({
    player,
    serverUrl: 'http://127.0.0.1:1',
    page: 'http://127.0.0.1:2/',
    clock,
    ids: createIds(clock),
    random: createRandom(3),
    connect: (given) => {
      options = given
      return {
        send: (frame) => {
          sent.push(frame)
          if (frame.t === 'command' && frame.name === 'customer.write' && !stage.deaf) {
            seq += 1
            receive({ t: 'done', id: frame.id, result: { seq, at: clock.now() }, revision: 1 })
          }
        },
        close: () => undefined,
      }
    },
    onChange: (changed) => {
      stage.player = Player.parse(JSON.parse(JSON.stringify(changed)))
    },
    onGone: () => {
      stage.gone = true
    },
  })
  const receive = (frame: CustomerServerFrame): void => options?.onFrame(frame)
  const state = (session: CustomerState['session']): void =>
    receive({ t: 'state', state: { session, place: null, agent: null, endReason: null } })
  const agentSays = (text: string, texts?: { en: string }): void => {
    seq += 1
    const message: SeenMessage = {
      id: MessageId.parse(`m-${seq}`),
      seq,
      from: 'agent',
      name: '知夏',
      body: { kind: 'text', text, ...(texts && { texts }) },
      at: clock.now(),
    }
    receive({ t: 'messages', messages: [message] })
  }
  const welcome = (session: CustomerState['session'] = 'none'): void =>
    receive({
      t: 'welcome',
      v: 1,
      serverTime: clock.now(),
      heartbeatMs: 15_000,
      token: 'token-1',
      settings: {
        company: '',
        color: '#000000',
        title: '',
        welcome: '',
        language: null,
        ownLanguage: 'zh-CN',
        menu: null,
        face: 'agent',
        tools: [],
        form: null,
        messageStyle: 'bubbles',
        showsTyped: false,
        cookies: 'persistent',
        avatarUrl: null,
        profile: null,
      },
      state: { session, place: null, agent: null, endReason: null },
      messages: [],
      more: false,
    })
  const refuse = (code: string): void => {
    const last = sent.findLast((frame) => frame.t === 'command')
    if (last) receive({ t: 'refused', id: last.id, code })
  }
  const written = (): string[] =>
    sent.flatMap((frame) =>
      frame.t === 'command' && frame.name === 'customer.write'
        ? [(frame.args as { body: { text: string } }).body.text]
        : [],
    )
  return { customer, stage, sent, hello: () => options?.hello(), welcome, state, agentSays, refuse, written }
}

describe('the scripted customer', () => {
  it('writes its opening after the greeting, one message after the other, typing visibly before each', () => {
    const { welcome, sent, written, stage } = onStage(fresh)
    welcome()
    clock.advance(60_000)
    expect(written()).toHaveLength(scriptById('leak').opening.length)
    const kinds = sent.map((frame) =>
      frame.t === 'typing' ? `typing ${frame.on}` : frame.t === 'command' ? frame.name : frame.t,
    )
    expect(kinds.slice(0, 4)).toEqual(['typing true', 'typing false', 'customer.write', 'typing true'])
    expect(stage.player.outbox).toEqual([])
    expect(stage.player.token).toBe('token-1')
  })

  it('answers several messages in a row at once, after a human while', () => {
    const { welcome, state, agentSays, written } = onStage(fresh)
    welcome()
    clock.advance(60_000)
    state('active')
    const before = written().length
    agentSays('您好')
    clock.advance(500)
    agentSays('麻烦提供订单号')
    clock.advance(800)
    expect(written()).toHaveLength(before)
    clock.advance(20_000)
    expect(written().slice(before).join()).toContain('QM2601014455')
    expect(written()).toHaveLength(before + 1)
  })

  it('reads a greeting in the language they speak, and goes on in it', () => {
    const english = startDialogue(scriptById('abroad'), fresh.dialogue.facts)
    const { welcome, state, agentSays, stage } = onStage({ ...fresh, dialogue: english })
    welcome()
    clock.advance(60_000)
    state('active')
    agentSays('您好，我来帮您看看，请稍等。', { en: 'Hello, I am looking into it for you.' })
    clock.advance(20_000)
    expect(stage.player.dialogue.language).toBe('en')
    agentSays('抱歉，久等了。')
    clock.advance(20_000)
    expect(stage.player.dialogue.language).toBe('zh-CN')
  })

  it('goes on after a restart: what was not confirmed is sent again under its id, what was answered is not answered again', () => {
    const first = onStage(fresh)
    first.stage.deaf = true
    first.welcome()
    clock.advance(10_000)
    const kept = first.stage.player
    expect(kept.outbox).toHaveLength(3)
    first.customer.stop()

    const second = onStage(kept)
    expect(second.hello()?.token).toBe('token-1')
    second.welcome('pending')
    clock.advance(60_000)
    expect(second.written()).toHaveLength(3)
    const idOf = (frames: CustomerFrame[]) =>
      frames.find((frame) => frame.t === 'command' && frame.name === 'customer.write')
    expect(idOf(second.sent)).toEqual(idOf(first.sent))
  })

  it('asks after a long silence of the agent, but not while waiting in the queue and not for ever', () => {
    const { welcome, state, written } = onStage(fresh)
    welcome()
    clock.advance(60_000)
    state('pending')
    clock.advance(400_000)
    expect(written()).toHaveLength(3)

    const served = onStage({ ...fresh, opened: true })
    served.welcome('assigned')
    clock.advance(3_600_000)
    expect(served.written()).toHaveLength(2)
  })

  it('leaves after goodbye, and the page a minute after the end', () => {
    const { welcome, state, agentSays, sent, stage } = onStage({ ...fresh, opened: true })
    welcome('active')
    for (const text of ['还有其他问题吗', '还有其他问题吗', '还有其他问题吗', '再见']) {
      agentSays(text)
      clock.advance(20_000)
    }
    clock.advance(30_000)
    expect(sent.some((frame) => frame.t === 'command' && frame.name === 'customer.leave')).toBe(true)
    expect(stage.gone).toBe(false)
    state('ended')
    clock.advance(61_000)
    expect(stage.gone).toBe(true)
  })

  it('waits when it is told to slow down, and sends the same message again', () => {
    const { welcome, refuse, written, stage } = onStage(fresh)
    stage.deaf = true
    welcome()
    clock.advance(4_000)
    expect(written()).toHaveLength(1)
    stage.deaf = false
    refuse('rate-limited')
    clock.advance(60_000)
    expect(written()).toHaveLength(4)
    expect(written()[1]).toBe(written()[0])
    expect(stage.player.outbox).toEqual([])
  })
})
