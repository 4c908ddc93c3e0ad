import { describe, expect, it } from 'vitest'
import { decodeQR } from 'qr/decode.js'
import { qrPicture, svgOf } from './qr-picture.ts'

const link = `https://portal.example/accept/${'Ab-_9xyz'.repeat(5)}Abc`

/** Reads the path as a camera would. */
function scanned({ width, path }: ReturnType<typeof qrPicture>): string {
  const side = width * 4
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = Number(y) * 4; row < Number(y) * 4 + 4; row += 1)
      for (let column = Number(x) * 4; column < (Number(x) + Number(length)) * 4; column += 1)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  return decodeQR({ width: side, height: side, data })
}

describe.each([
  ['an invitation’s link', link],
  ['a link of a long host', `https://${'portal.'.repeat(15)}example/accept/${'x'.repeat(43)}`],
])('%s', (_what, text) => {
  const picture = qrPicture(text)

  it('is what a camera reads', () => {
    expect(scanned(picture)).toBe(text)
  })

  it('is readable beneath, to the last letter, within the picture', () => {
    expect(picture.lines.map((line) => line.text).join('')).toBe(text)
    for (const { y } of picture.lines) expect(y > picture.width - 4 && y < picture.height).toBe(true)
    expect(picture.lines.length).toBeLessThan(8)
  })
})

it('is a file of its own without anything to fetch or run', () => {
  const svg = svgOf(qrPicture('https://portal.example/?a=1&b=<2>'))
  expect(svg).toContain('a=1&amp;b=&lt;2&gt;')
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox=/)
  expect(svg).not.toMatch(/<script|href|url\(/)
})
