import { expect, it } from 'vitest'
import { givenLogo, mostOfLogo } from './logo.ts'

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.codePointAt(0) ?? 0)
const svg = (inner: string, before = '') => `${before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1">${inner}</svg>`
const is = (text: string) => {
  const given = givenLogo(bytesOf(text), text)
  return typeof given === 'string' ? given.replace('organization.logo_', '') : given.is
}

const dtd = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'

it.each<[string, string, string]>([
  ['plain', svg('<path d="M0 0h3v1z" fill="#086d75"/>'), 'svg'],
  ['with a declaration, a comment and the public name',
    svg('<!-- on Monday --><g/>', `<?xml version="1.0" encoding="utf-8"?>\n${dtd}\n`), 'svg'],
  ['that uses its own parts', svg('<path id="a"/><use href="#a"/><g style="fill:url(#b)" mask="url( \'#c\')"/>'), 'svg'],
  ['with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path/></s:svg>', 'svg'],
  ['with a script', svg('<script>alert(1)</script>'), 'active'],
  ['with a script under a prefix, in capitals', svg('<x:SCRIPT xmlns:x="http://www.w3.org/2000/svg" />'), 'active'],
  ['with an event', svg('<g onload="alert(1)"/>'), 'active'],
  ['with an event right behind a value', svg('<g id="a"onclick="alert(1)"/>'), 'active'],
  ['with a page in it', svg('<foreignObject><body/></foreignObject>'), 'active'],
  ['with an animation', svg('<animateTransform attributeName="transform"/>'), 'active'],
  ['with entities (XXE)', svg('&x;', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'declares'],
  ['with entities (billion laughs)', svg('&b;', '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'), 'declares'],
  ['with entities behind the public name', svg('&b;', dtd.replace('>', ' [<!ENTITY a "ha">]>')), 'declares'],
  ['with a foreign DTD', svg('', '<!DOCTYPE svg SYSTEM "https://evil.example/a.dtd">'), 'declares'],
  ['with a style sheet', svg('', '<?xml-stylesheet href="https://evil.example/a.css"?>'), 'declares'],
  ['in another encoding', svg('', '<?xml version="1.0" encoding="UTF-7"?>'), 'declares'],
  ['with a picture in it', svg('<image href="data:image/png;base64,AAAA"/>'), 'refers'],
  ['with a picture from afar', svg('<feImage xlink:href="https://evil.example/a.png"/>'), 'refers'],
  ['that uses parts of another file', svg('<use xlink:href="https://evil.example/a.svg#b"/>'), 'refers'],
  ['that uses parts of a file that is spelled otherwise', svg('<use href="&#104;ttps://evil.example/a.svg"/>'), 'refers'],
  ['with a link', svg('<a href="javascript:alert(1)"/>'), 'refers'],
  ['that paints with another file', svg('<g fill="url(https://evil.example/a.svg#b)"/>'), 'refers'],
  ['that imports styles', svg('<style>@import "https://evil.example/a.css";</style>'), 'refers'],
  ['that is a page', '<html><body>Hello</body></html>', 'unknown'],
  ['that is a text', 'Hello <svg >', 'unknown'],
  ['that is nothing', '', 'unknown'],
  ['that is a JPEG', '\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF', 'unknown'],
  ['that is a WebP', 'RIFF\u0000\u0000\u0000\u0000WEBP', 'unknown'],
  ['that is an SVG, packed', '\u001f\u008b\u0008', 'unknown'],
  ['over the limit', svg(' '.repeat(mostOfLogo.bytes)), 'too_large'],
])('a file %s: %s', (_clause, text, expected) => {
  expect(is(text)).toBe(expected)
})

const png = (width: number, height: number, start = '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR') =>
  start + [width, height].map((side) => String.fromCodePoint(side >>> 24, (side >>> 16) & 255, (side >>> 8) & 255, side & 255)).join('')

it.each<[string, string, string]>([
  ['within the limits', png(mostOfLogo.side, 1), 'png'],
  ['of too many pixels', png(1, mostOfLogo.side + 1), 'too_many_pixels'],
  ['of as many pixels as can be written', png(0xffffffff, 0xffffffff), 'too_many_pixels'],
  ['of none', png(0, 10), 'too_many_pixels'],
  ['that says no sides', png(1, 1).slice(0, 20), 'unknown'],
  ['that begins otherwise', png(1, 1, '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\u0004CgBI'), 'unknown'],
])('a PNG %s: %s', (_clause, text, expected) => {
  expect(is(text)).toBe(expected)
})

it('bytes that are no UTF-8 are no SVG, and a long text is judged at once', () => {
  expect(givenLogo(bytesOf(svg('')), undefined)).toBe('organization.logo_unknown')
  const begun = process.threadCpuUsage()
  for (const part of ['<!DOCTYPE svg PUBLIC "', ' on', '<x:', ' href ', 'url( ', '<?xml ']) {
    const text = svg(part.repeat(Math.floor((mostOfLogo.bytes - 100) / part.length)))
    givenLogo(bytesOf(text), text)
  }
  expect(process.threadCpuUsage(begun).user).toBeLessThan(1_000_000)
})
