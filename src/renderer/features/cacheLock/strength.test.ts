import { expect, it } from 'vitest'

import { strengthOf } from './strength.ts'

it.each([
  ['short', ['', 'teapots', '七个字的密码吗']],
  ['weak', ['aaaaaaaaaaaa', '12345678', '20240131', 'password1', 'Qwertyuiop12', 'foyer2024', 'teapotsy']],
  ['fair', ['teapot42x', 'blue-kettle', 'sevenbluetea', '青石茶舍今天开门啦a1']],
  ['strong', ['seven blue teapots', 'correcthorsebatterystaple', 'K7#pQ2!vX9@m', '春眠不觉晓 处处闻啼鸟 1']],
] as const)('R-17-058 a cache password that is %s is told to be', (strength, passwords) => {
  expect(passwords.map((password) => [password, strengthOf(password)])).toEqual(
    passwords.map((password) => [password, strength]),
  )
})
