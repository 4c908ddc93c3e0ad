import sharp from 'sharp'
import { keptLogo, type LogoFault, mostOfLogo } from '../../../domain/organizations/logo.ts'

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadSvgBuffer'] })

/** Dots per inch at which an SVG has its own size, and what the library can take. */
const density = { own: 72, least: 1, most: 100_000 }

const limits = { limitInputPixels: mostOfLogo.side ** 2, failOn: 'warning' } as const

/** From the best to what fits however little it can be packed: a byte a pixel, and a palette. */
const steps = [
  { part: 1, png: { compressionLevel: 9 } },
  { part: 1, png: { palette: true, quality: 90, effort: 10 } },
  { part: 1, png: { palette: true, colours: 32, effort: 10 } },
  { part: 0.5, png: { palette: true, effort: 10 } },
] as const

/** Draws a picture as a PNG that is kept, by libvips; decides by content what it is. Not for a process that must not end with it. */
export async function drawLogo(bytes: Uint8Array): Promise<Uint8Array | LogoFault> {
  try {
    return (await drawn(bytes)) ?? 'organization.logo_too_intricate'
  } catch (error) {
    const why = String(error)
    if (why.includes('pixel limit')) return 'organization.logo_too_many_pixels'
    return /exceeded|memory/.test(why) ? 'organization.logo_too_intricate' : 'organization.logo_broken'
  }
}

async function drawn(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { format, width, height } = await sharp(bytes, limits).metadata()
  const scale = Math.min(keptLogo.width / width, keptLogo.height / height)
  const fine = Math.min(density.most, Math.max(density.least, density.own * scale))
  const source = sharp(bytes, { ...limits, ...(format === 'svg' && { density: fine }) })
  for (const { part, png } of steps) {
    const box = { width: keptLogo.width * part, height: keptLogo.height * part, fit: 'inside', withoutEnlargement: true } as const
    const made = await source.clone().toColourspace('srgb').resize(box).png(png).toBuffer()
    if (made.length <= keptLogo.bytes) return made
  }
  return undefined
}
