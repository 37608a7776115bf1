import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sanitizeSvg } from './sanitizeSvg.ts'

const clean = (inside: string, root = 'viewBox="0 0 10 20"'): string | undefined =>
  sanitizeSvg(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`))?.text

const HEAD = '<svg viewBox="0 0 10 20" width="10" height="20"'.replace(
  '<svg ',
  '<svg xmlns="http://www.w3.org/2000/svg" ',
)
const of = (inside: string): string => `${HEAD}>${inside}</svg>`

describe('R-03-178 a drawing of a company theme', () => {
  it('stays what it is: shapes, gradients, text, and styles as attributes', () => {
    expect(clean('<g id="a"><path d="M0 0 L5 5z" fill="#f00" fill-opacity=".5"/></g>')).toBe(
      of('<g id="a"><path d="M0 0 L5 5z" fill="#f00" fill-opacity=".5"></path></g>'),
    )
    const gradient =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="red"></stop></linearGradient></defs>'
    expect(clean(`${gradient}<rect width="5" style="fill:url(#g); stroke: none"/>`)).toBe(
      of(`${gradient}<rect width="5" fill="url(#g)" stroke="none"></rect>`),
    )
    expect(
      clean('<style>/* a */.cls-1,.b{fill:#fff}.b { opacity: .5 }</style><path class="cls-1 b" fill="red"/>'),
    ).toBe(of('<path fill="#fff" opacity=".5"></path>'))
    expect(clean('<text x="1">R&amp;D &lt;3<tspan>青石</tspan></text>')).toBe(
      of('<text x="1">R&amp;D &lt;3<tspan>青石</tspan></text>'),
    )
    expect(clean('<path id="p"/><use xlink:href="#p" x="2"/>')).toBe(
      of('<path id="p"></path><use href="#p" x="2"></use>'),
    )
  })

  it('has the size it says, in pixels or by its box', () => {
    const sizeOf = (root: string): unknown => {
      const { width, height } = sanitizeSvg(Buffer.from(`<svg ${root}></svg>`)) ?? {}
      return [width, height]
    }
    expect(sizeOf('viewBox="0 0 30 12.5"')).toEqual([30, 13])
    expect(sizeOf('width="30px" height="12"')).toEqual([30, 12])
    for (const root of ['', 'width="100%" height="100%"', 'viewBox="0 0 0 1"', 'viewBox="0 0 1e9 1"'])
      expect(sizeOf(root), root).toEqual([undefined, undefined])
  })

  it.each([
    ['<script>alert(1)</script>', ''],
    ['<script href="https://evil.example/x.js"/>', ''],
    ['<g onload="alert(1)" onclick="x()"/>', '<g></g>'],
    ['<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x"/></body></foreignObject>', ''],
    ['<image href="https://evil.example/a.png"/>', ''],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', ''],
    ['<a href="javascript:alert(1)"><path d="M0 0"/></a>', ''],
    ['<use href="https://evil.example/a.svg#x"/>', '<use></use>'],
    ['<use href="data:image/svg+xml,x#y"/>', '<use></use>'],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', ''],
    ['<set attributeName="onload" to="alert(1)"/>', ''],
    [
      '<style>@import "https://evil.example/a.css"; .a{fill:url(https://evil.example/#a)}</style><g class="a"/>',
      '<g></g>',
    ],
    ['<g style="background:url(https://evil.example/a);fill:red"/>', '<g fill="red"></g>'],
    ['<g fill="url(https://evil.example/#a)"/>', '<g></g>'],
    ['<g fill="u\\72l(https://evil.example/#a)"/>', '<g></g>'],
    ['<g mask="url(&quot;https://evil.example/#a&quot;)"/>', '<g></g>'],
    [
      '<path d="M0 0" filter="url(#f)"/><filter id="f"><feImage href="x"/></filter>',
      '<path d="M0 0"></path>',
    ],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', ''],
    ['<!-- <script> --><g id="1 onload=x"/>', '<g></g>'],
    ['<metadata><rdf:RDF/></metadata><g inkscape:label="x"/>', '<g></g>'],
    ['<title>&lt;script&gt;<![CDATA[<script>]]></title>', '<title>&lt;script&gt;&lt;script&gt;</title>'],
  ])('loses what is no drawing: %s', (inside, left) => {
    expect(clean(inside)).toBe(of(left))
  })

  it.each([
    ['<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 1 1">&a;</svg>'],
    ['<svg viewBox="0 0 1 1"><title>&unknown;</title></svg>'],
    ['<svg viewBox="0 0 1 1"><g></svg>'],
    ['<svg viewBox="0 0 1 1"><g id=a/></svg>'],
    ['<svg viewBox="0 0 1 1"><g id="a" id="b"/></svg>'],
    ['<html><body/></html>'],
    ['<?php x ?><svg viewBox="0 0 1 1"/>'],
    ['<svg viewBox="0 0 1 1"/><svg viewBox="0 0 1 1"/>'],
    [`<svg viewBox="0 0 1 1">${'<use href="#a"/>'.repeat(21)}</svg>`],
    [`<svg viewBox="0 0 1 1">${'<g>'.repeat(70)}${'</g>'.repeat(70)}</svg>`],
    ['not a drawing'],
    [''],
  ])('is refused where it could mean something else to somebody else: %s', (source) => {
    expect(sanitizeSvg(Buffer.from(source))).toBeUndefined()
  })

  it.each(['.a '.repeat(300_000), '/*'.repeat(500_000), '{'.repeat(500_000), '.a{fill:red}'.repeat(50_000)])(
    'takes no longer for a style sheet made to be slow',
    (sheet) => {
      expect(clean(`<style>${sheet}</style><g class="a"/>`)).toContain('<g')
    },
  )

  it('is no text in another encoding', () => {
    expect(sanitizeSvg(Buffer.from('<svg viewBox="0 0 1 1"/>', 'utf16le'))).toBeUndefined()
    expect(sanitizeSvg(Buffer.from([0x3c, 0x73, 0x76, 0x67, 0xff]))).toBeUndefined()
  })

  it('cleaned once more it stays as it is, and holds nothing of the lists, whatever it was made of', () => {
    const part = fc.constantFrom(
      ...[
        '<g ',
        '<script',
        '<style>',
        '</style>',
        '/>',
        '>',
        '</g>',
        ' on',
        'click="x"',
        ' href="',
        'javascript:',
        '"',
      ],
      ...[
        'url(',
        '#a)',
        ' fill="',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '&lt;',
        '&#60;',
        'script',
        '<text>',
        '</text>',
      ],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
        const once = clean(parts.join(''))
        if (once === undefined) return
        expect(sanitizeSvg(Buffer.from(once))?.text).toBe(once)
        // What stands between the tags is text, and only shown.
        expect(once.replaceAll(/>[^<]*/gu, '>')).not.toMatch(
          /<(?:script|style)|\son\w+=|javascript:|url\((?!#)/iu,
        )
      }),
      { numRuns: 2000 },
    )
  })
})
