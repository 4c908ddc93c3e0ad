import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { type GivenLogo, keptLogo, pngSides } from '../../../domain/organizations/logo.ts'
import { drawLogo } from './draw-logo.ts'
import { createLogoRedrawing } from './redraw-logo.ts'

const redraw = ({ bytes }: GivenLogo) => drawLogo(bytes)
const directory = mkdtempSync(join(tmpdir(), 'tessera-logo-'))
afterAll(() => rmSync(directory, { recursive: true }))

const svg = (inner: string, sides = 'width="300" height="100"') => ({
  is: 'svg' as const, bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${sides}>${inner}</svg>`),
})
const chunk = (type: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
/** A grey PNG of these sides, whatever its rows are. */
const png = (width: number, height: number, rows: Buffer, ...further: Buffer[]) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const parts = [chunk('IHDR', head), ...further, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return { is: 'png' as const, bytes: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]) }
}
// Each row begins with a filter's number.
const noise = Buffer.from(Array.from({ length: 1_001 * 400 }, (_, at) => (at % 1_001 === 0 ? 0 : (at * at * 31 + (at >> 3)) % 251)))

it('draws an SVG as large as it is kept, and a PNG no larger than it was, with nothing of the original beside the picture', async () => {
  const vector = await redraw(svg('<path d="M0 0h300v100z" fill="#086d75"/><title>Secret</title><!-- Secret -->'))
  const text = png(30, 20, Buffer.alloc(20 * 31, 0), chunk('tEXt', Buffer.from('Comment\0Secret')))
  const raster = await redraw(text)
  if (typeof vector === 'string' || typeof raster === 'string') throw new Error('Not drawn')
  expect([pngSides(vector), pngSides(raster)]).toEqual([{ width: 480, height: 160 }, { width: 30, height: 20 }])
  expect(Buffer.concat([vector, raster]).toString('latin1')).not.toMatch(/Secret|tEXt|iTXt|eXIf|iCCP/)
  expect((await sharp(vector).metadata()).hasAlpha).toBe(true)
})

it('draws what cannot be packed smaller, too, in as few bytes as mails carry', async () => {
  const { bytes } = png(1_000, 400, noise)
  const made = await redraw({ is: 'png', bytes })
  expect(typeof made === 'string' ? made : made.length).toBeLessThanOrEqual(keptLogo.bytes)
})

const entity = Buffer.from(`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>${svg('<text>&x;</text>').bytes.toString()}`)
const broken = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="3" height="1"><g')
const nested = Array.from({ length: 12 }, (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(10)}</g>`).join('')
const packed = chunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(100_000_000))]))
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

it.each<[string, string, GivenLogo]>([
  ['an SVG of more pixels than are drawn', 'too_many_pixels', svg('<g/>', 'width="100000" height="100000"')],
  ['an SVG without sides to draw', 'broken', svg('<g/>', 'width="0" height="0"')],
  ['an SVG that breaks off', 'broken', { is: 'svg', bytes: broken }],
  ['an SVG of a depth that nobody draws', 'broken', svg('<g>'.repeat(10_000) + '</g>'.repeat(10_000))],
  ['an entity that got so far', 'broken', { is: 'svg', bytes: entity }],
  ['a PNG that is not what it says', 'broken', png(300, 200, Buffer.alloc(10))],
  ['a PNG that breaks off', 'broken', { is: 'png', bytes: png(300, 200, noise).bytes.subarray(0, 200) }],
  ['a text that unpacks to a hundred megabytes', 'drawn', png(30, 20, Buffer.alloc(20 * 31), packed)],
  ['another format under the name of one', 'broken', { is: 'png', bytes: gif }],
])('%s: %s', async (_clause, expected, given) => {
  const made = await redraw(given)
  expect(typeof made === 'string' ? made.replace('organization.logo_', '') : 'drawn').toBe(expected)
})

it('parts that use themselves are drawn once', async () => {
  expect(pngSides(await redraw(svg('<g id="a"><use href="#a"/></g>')) as Uint8Array)).toEqual({ width: 480, height: 160 })
})

const program = (name: string, text: string) => {
  const file = join(directory, name)
  writeFileSync(file, text)
  return file
}

it('a process of its own draws or says what is wrong; one that takes too long or dies is a fault of the picture', async () => {
  const own = createLogoRedrawing({ within: 30_000 })
  expect(pngSides((await own(svg('<g/>'))) as Uint8Array)).toEqual({ width: 480, height: 160 })
  expect(await own({ is: 'svg', bytes: broken })).toBe('organization.logo_broken')
  const bomb = svg(`<rect id="a0" width="1" height="1"/>${nested}<use href="#a12"/>`)
  expect(await createLogoRedrawing({ within: 1_000 })(bomb)).toBe('organization.logo_too_intricate')
  const fate = (run: string) => createLogoRedrawing({ within: 1_000, run })(bomb)
  expect(await fate(program('dies.mjs', 'process.kill(process.pid, "SIGSEGV")'))).toBe('organization.logo_too_intricate')
  expect(await fate(program('is-silent.mjs', ''))).toBe('organization.logo_too_intricate')
  const told = await fate(program('tells.mjs', 'process.stdout.write(JSON.stringify(process.env.PATH ?? "no settings"))'))
  expect(Buffer.from(told as Uint8Array).toString()).toBe('"no settings"')
})

it('draws one after another, and has no room for a crowd', async () => {
  const crowd = createLogoRedrawing({ within: 30_000, run: program('draws.mjs', 'process.stdout.write("drawn")') })
  const made = () => crowd(svg('<g/>')).then((each) => (typeof each === 'string' ? each : Buffer.from(each).toString()))
  expect(await Promise.all(Array.from({ length: 6 }, made))).toEqual(['drawn', 'drawn', 'drawn', 'drawn', 'busy', 'busy'])
  expect(await made()).toBe('drawn')
})
