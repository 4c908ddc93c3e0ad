import type { ProblemCode } from '../problem-codes.ts'
import type { Logo } from './schemas.ts'

/** What may be given: bytes, and pixels a side. */
export const mostOfLogo = { bytes: 256 * 1024, side: 4_000 }

/** What is kept, in pixels of the picture. Mails carry it, so its bytes are few. */
export const keptLogo = { width: 480, height: 160, bytes: 30_000 }

export type LogoFault = Extract<ProblemCode, `organization.logo_${string}`>

/** Bytes as far as they were looked at: of a kind that is redrawn, and nothing in them that is refused. */
export type GivenLogo = { is: 'png' | 'svg'; bytes: Uint8Array }

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]

/** The sides that a PNG declares, which are read before anything is decoded. */
export function pngSides(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < 24 || pngStart.some((byte, at) => bytes[at] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Opens an element of one of these names, with whatever prefix. */
const opening = (...names: string[]) => new RegExp(`<(?:[\\w.-]+:)?(?:${names.join('|')})[\\s/>]`, 'i')

/** What no logo needs, by what is written and never by what it would come to: a comment that holds it is refused, too. */
const refusedInSvg: readonly (readonly [LogoFault, RegExp])[] = [
  // Old programs begin with the public name of SVG 1.1, which declares nothing.
  ['organization.logo_declares', /<!(?!--|\[CDATA\[|DOCTYPE\s+svg\s+PUBLIC\s+"[^"<>[]*"\s+"[^"<>[]*"\s*>)/i],
  ['organization.logo_declares', /<\?(?!xml\s)/i],
  ['organization.logo_declares', /^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i],
  ['organization.logo_active', opening('script', 'foreignObject', 'animate\\w*', 'set', 'handler', 'listener')],
  ['organization.logo_active', /[\s"']on[a-z]+\s*=/i],
  ['organization.logo_refers', opening('image', 'feImage', 'video', 'audio', 'iframe')],
  ['organization.logo_refers', /[\s"':](?:href|src)\s*=(?!\s*["']#)/i],
  ['organization.logo_refers', /url\((?!\s*(?:["']|&quot;)?#)/i],
  ['organization.logo_refers', /@import/i],
]

const isSvg = opening('svg')

/** What bytes are, by themselves and not by their name or type. `text`: the same as UTF-8; absent when they are none. */
export function givenLogo(bytes: Uint8Array, text: string | undefined): GivenLogo | LogoFault {
  if (bytes.length > mostOfLogo.bytes) return 'organization.logo_too_large'
  const sides = pngSides(bytes)
  if (sides) {
    const isFit = [sides.width, sides.height].every((side) => side > 0 && side <= mostOfLogo.side)
    return isFit ? { is: 'png', bytes } : 'organization.logo_too_many_pixels'
  }
  if (text === undefined || !text.trimStart().startsWith('<') || !isSvg.test(text)) return 'organization.logo_unknown'
  return refusedInSvg.find(([, sign]) => sign.test(text))?.[0] ?? { is: 'svg', bytes }
}

/** A kept logo: its name is derived from its content, and cannot be guessed. */
export type KeptLogo = { name: string; width: number; height: number }

/** Two of its pixels are one of the page's. */
const onPage = (side: number) => Math.max(1, Math.round(side / 2))

/** Where a logo is found by whoever has been shown its address, and how large it is drawn. */
export const shownLogo = (organizationId: string, { name, width, height }: KeptLogo): Logo => ({
  src: `/api/logos/${organizationId}/${name}.png`, width: onPage(width), height: onPage(height),
})
