import { expect, it } from 'vitest'

import { scriptOf } from './pageVersion.ts'

it('R-17-079 a build is known by the name of its first script', () => {
  expect(scriptOf('<head><script type="module" crossorigin src="./assets/index-A.js"></script>')).toBe(
    './assets/index-A.js',
  )
  for (const other of ['', '<h1>Sign in to this network</h1>', '<script>location = "/portal"</script>'])
    expect(scriptOf(other)).toBeNull()
})
