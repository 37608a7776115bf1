import { expect, it } from 'vitest'

import type { MacroStep, QuickReplyId } from '../../../protocol/model/index.ts'
import { runSteps, type StepDoors } from './runSteps.ts'
import { misplacedStep } from './steps.ts'

const reply: MacroStep = { kind: 'reply', replyId: 'r' as QuickReplyId }
const act = (action: string): MacroStep => ({ kind: 'action', action })
const thankAndEnd = [reply, act('send'), act('endSession'), act('nextWaiting')]

const doors = (done: string[], failing: Partial<StepDoors> = {}): StepDoors => ({
  isHere: () => true,
  ready: async () => Promise.resolve(true),
  run: (name) => {
    done.push(name)
  },
  done: async () => Promise.resolve(true),
  insert: (id) => {
    done.push(id)
    return true
  },
  ...failing,
})

it('does one step after the other', async () => {
  const done: string[] = []
  expect(await runSteps(thankAndEnd, doors(done))).toBeNull()
  expect(done).toEqual(['r', 'send', 'endSession', 'nextWaiting'])
})

it('stops at the first step that is not possible, and at a message that was not sent', async () => {
  const done: string[] = []
  const never = async (): Promise<boolean> => Promise.resolve(false)
  expect(await runSteps(thankAndEnd, doors(done, { ready: never }))).toEqual(act('send'))
  expect(done).toEqual(['r'])
  expect(await runSteps(thankAndEnd, doors([], { done: never }))).toEqual(act('send'))
  expect(await runSteps([act('from-tomorrow')], doors([]))).toEqual(act('from-tomorrow'))
})

it('never writes to the next customer what was meant for the one before', async () => {
  expect(misplacedStep(thankAndEnd)).toBeNull()
  expect(misplacedStep([act('acceptNext'), reply, act('send')])).toBe(1)
  const done: string[] = []
  expect(await runSteps([act('acceptNext'), reply], doors(done))).toEqual(reply)
  expect(done).toEqual(['acceptNext'])
  const movedOn = { isHere: () => !done.includes('r') }
  expect(await runSteps(thankAndEnd, doors(done, movedOn))).toEqual(act('send'))
})
