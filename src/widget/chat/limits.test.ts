import { expect, it } from 'vitest'

import * as model from '../../protocol/model/index.ts'
import * as wire from '../../protocol/wire/index.ts'
import * as limits from './limits.ts'

it('the numbers written again for the widget are those of the protocol', () => {
  expect(limits.PROTOCOL_VERSION).toBe(wire.PROTOCOL_VERSION)
  expect(limits.TEXT_LIMIT).toBe(model.TEXT_LIMIT)
  expect(limits.IMAGE_LIMIT_BYTES).toBe(model.IMAGE_LIMIT_BYTES)
})
