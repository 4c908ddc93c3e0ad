import { type GivenLogo, keptLogo, type LogoFault } from '../domain/organizations/logo.ts'

/** How often a picture that takes too many bytes is drawn smaller. */
const mostTries = 8

/** Redraws a PNG by the browser's own decoder. Workers have none for SVG. */
export async function redrawLogo({ is, bytes }: GivenLogo): Promise<Uint8Array | LogoFault> {
  if (is === 'svg') return 'organization.logo_svg_not_here'
  const blob = new Blob([new Uint8Array(bytes)], { type: 'image/png' })
  const picture = await createImageBitmap(blob).catch(() => undefined)
  if (!picture) return 'organization.logo_broken'
  let scale = Math.min(1, keptLogo.width / picture.width, keptLogo.height / picture.height)
  for (let tries = 0; tries < mostTries; tries += 1, scale *= 0.75) {
    const made = await drawn(picture, scale)
    if (made.length <= keptLogo.bytes) return made
  }
  return 'organization.logo_too_intricate'
}

async function drawn(picture: ImageBitmap, scale: number): Promise<Uint8Array> {
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number]
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The browser draws nothing')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
}
