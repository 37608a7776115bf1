import { expect, it } from 'vitest'

import { html } from './html.ts'

it('what somebody wrote is text, between tags and in attributes; what was made here stays markup', () => {
  const hostile = `"><script>alert('1')</script>&`
  const inner = html`<b title="${hostile}">${hostile}</b>`
  expect(inner.markup.match(/[<>"']/gu)?.join('')).toBe('<""><>')
  const outer = html`<p>${[inner, inner]}${null}${false}${5}</p>`
  expect(outer.markup).toBe(`<p>${inner.markup}${inner.markup}5</p>`)
})
