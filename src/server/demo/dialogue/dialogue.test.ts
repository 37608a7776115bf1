import { describe, expect, it } from 'vitest'

import { createRandom } from '../random.ts'
import { answer, openingOf, startDialogue, type Dialogue } from './dialogue.ts'
import { intentsOf, type Intent } from './intents.ts'
import type { Facts } from './script.ts'
import { scriptById, scripts } from './scripts.ts'

const facts: Facts = {
  name: '沈若溪',
  phone: '+86 100 2000 3000',
  email: 'm10001@example.com',
  order: 'QM2509014455',
  productId: 'dawn-s3',
}
const leak = scriptById('leak')

const talk = (lines: readonly string[], script = leak) => {
  const random = createRandom(7)
  let dialogue: Dialogue = startDialogue(script, facts)
  const heard: string[][] = []
  for (const line of lines) {
    const step = answer(script, dialogue, line, random)
    dialogue = step.dialogue
    heard.push([...step.messages])
  }
  return { dialogue, heard, last: heard.at(-1) ?? [] }
}

describe('what an agent means', () => {
  const cases: readonly (readonly [string, readonly Intent[]])[] = [
    ['您好，很高兴为您服务', ['greeting']],
    ['麻烦提供一下订单号', ['ask-order']],
    ['请问怎么称呼您？手机号方便留一下吗', ['ask-name', 'ask-phone']],
    ['Could you send me your order number?', ['ask-order']],
    ['能不能拍张照片给我看看', ['ask-photo']],
    ['不好意思，这个不能退', ['refusal', 'apology']],
    ['Unfortunately this is not covered by the warranty.', ['refusal']],
    ['好的，我帮您安排补发，今天寄出', ['solution']],
    ['I will send you a new gasket today.', ['solution']],
    ['请稍等，我查一下', ['wait']],
    ['One moment please', ['wait']],
    ['还有其他可以帮您的吗？', ['ask-anything-else']],
    ['Anything else I can do?', ['ask-anything-else']],
    ['你是机器人吗', ['ask-scripted']],
    ['感谢您的咨询，祝您生活愉快，再见', ['closing']],
    ['具体是什么情况呢？', ['ask-details']],
    ['单号 YQ0123456789，预计明天到', ['information']],
  ]
  it.each(cases)('hears in “%s”: %j', (text, intents) => {
    expect([...intentsOf(text)]).toEqual(expect.arrayContaining([...intents]))
  })

  it('does not take a number that is told for a question', () => {
    expect(intentsOf('您的快递单号是 YQ0123456789').has('ask-order')).toBe(false)
  })

  it('does not hear a no in a polite question', () => {
    expect(intentsOf('能不能说一下颜色').has('refusal')).toBe(false)
  })
})

describe('the scripted customer’s talk', () => {
  it('opens with two or three messages, every place filled, in both languages', () => {
    for (const script of scripts) {
      for (const language of ['zh-CN', 'en'] as const) {
        const lines = openingOf(script, { ...startDialogue(script, facts), language })
        expect(lines.length).toBeGreaterThanOrEqual(2)
        expect(lines.join(' ')).not.toMatch(/[{}]/u)
      }
    }
  })

  it('gives the order number when asked, and is surprised to be asked again', () => {
    const { heard } = talk(['请提供订单号', '订单号是多少？'])
    expect(heard[0]?.join()).toContain(facts.order)
    expect(heard[1]?.join()).toMatch(/刚才|上面/u)
  })

  it('answers each thing asked for with a message of its own', () => {
    const { last } = talk(['请问怎么称呼？电话和邮箱也留一下'])
    expect(last).toHaveLength(3)
    expect(last.join(' ')).toContain(facts.phone)
  })

  it('answers in the language the agent uses', () => {
    const { heard } = talk(['Hello, how are you today', '您好'])
    expect(heard[0]?.join(' ')).not.toMatch(/\p{Script=Han}/u)
    expect(heard[1]?.join(' ')).toMatch(/\p{Script=Han}/u)
  })

  it('asks on after being helped, is content when nothing is left, thanks and says goodbye', () => {
    const { heard, dialogue } = talk([
      '别担心，我马上给您寄一个密封圈',
      '不用寄回来，师傅上门取，免费的',
      '建议先不要用，预计明天能到',
      '请问还有其他可以帮您的吗？',
    ])
    expect(heard[0]?.join()).toContain('箱子')
    expect(heard[1]?.join()).toContain('凑合用')
    expect(heard[2]?.join()).toContain('放心')
    expect(heard[3]).toHaveLength(1)
    expect(dialogue.stage).toBe('done')
  })

  it('does not ask what it was told already', () => {
    const { heard } = talk(['我给您寄一个新的，旧机器不用寄回'])
    expect(heard[0]?.join()).toContain('凑合用')
    expect(talk(['我给您寄一个新的，旧机器不用寄回，先断电别用']).dialogue.stage).toBe('content')
  })

  it('says yes to an offer and goes on', () => {
    const { last, dialogue } = talk(['我今天给您寄新的，先断电别用，旧的不用寄回，可以吗？'])
    expect(last.join()).toMatch(/可以|行|没问题/u)
    expect(dialogue.stage).toBe('content')
  })

  it('has no order number before anything was ordered', () => {
    expect(talk(['请提供订单号'], scriptById('choice')).last.join()).toMatch(/没/u)
  })

  it('looks at a picture that comes without words', () => {
    expect(talk(['']).last).toHaveLength(1)
  })

  it('takes a first no with a plea and a second with a sigh', () => {
    const { heard } = talk(['抱歉，这个不能保修', '真的没有办法'])
    expect(heard[0]).toEqual([leak.refused[0]['zh-CN']])
    expect(heard[1]).toEqual([leak.refused[1]['zh-CN']])
  })

  it('gives one detail after the other and then knows no more', () => {
    const { heard } = talk(['具体什么情况？', '哪个位置漏呢？', '详细描述一下', '多久了？'])
    expect(new Set(heard.map((lines) => lines.join())).size).toBe(4)
  })

  it('comes back to its matter when it does not understand', () => {
    const { heard } = talk(['嗯', '哦'])
    expect(heard[1]?.join()).toContain('漏水')
  })

  it('says so when asked whether it is scripted', () => {
    expect(talk(['你是机器人吗？']).last.join()).toContain('演示')
    expect(talk(['Are you a bot?']).last.join()).toContain('demonstration')
  })

  it('has nothing to add after goodbye', () => {
    const { heard, dialogue } = talk(['还有别的问题吗', '还有别的问题吗', '还有别的吗', '祝您愉快，再见'])
    expect(dialogue.stage).toBe('done')
    expect(heard.at(-1)).toEqual([])
  })

  it('never falls silent before goodbye and never leaves a place open, whatever is said', () => {
    const words = [
      '您好',
      'ok',
      '发货了',
      '？',
      '😀',
      '退款',
      'sorry',
      '不行',
      'what',
      '稍等',
      '123',
      '谢谢',
      '电话',
    ]
    for (const script of scripts) {
      const random = createRandom(script.id.length)
      let dialogue = startDialogue(script, facts)
      for (let turn = 0; turn < 60; turn += 1) {
        const before = dialogue
        const step = answer(script, dialogue, random.pick(words), random)
        dialogue = step.dialogue
        if (before.stage !== 'done') expect(step.messages.length).toBeGreaterThan(0)
        expect(step.messages.join(' ')).not.toMatch(/[{}]|undefined/u)
      }
    }
  })
})
