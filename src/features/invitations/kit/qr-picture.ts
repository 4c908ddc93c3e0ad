import { encodeQR } from 'qr'

/** A QR code above the link's text, measured in modules of the code. */
export type QrPicture = { width: number; height: number; path: string; lines: readonly { text: string; y: number }[] }

const quiet = 4
const letterSize = 1.9
const lineHeight = 2.6
/** A monospaced letter's width, relative to its size. */
const letterWidth = 0.62

/** Medium error correction survives a fold or a stain. */
export function qrPicture(link: string): QrPicture {
  const rows = encodeQR(link, 'raw', { ecc: 'medium', border: quiet })
  const width = rows.length
  const aLine = Math.floor((width - 2 * quiet) / (letterSize * letterWidth))
  const texts = link.match(new RegExp(`.{1,${aLine}}`, 'g')) ?? []
  return {
    width,
    height: width + texts.length * lineHeight + quiet / 2,
    path: rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join(''),
    lines: texts.map((text, index) => ({ text, y: width + index * lineHeight + letterSize / 2 })),
  }
}

function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The picture as SVG, black on white. */
export function svgOf({ width, height, path, lines }: QrPicture): string {
  const texts = lines.map(({ text, y }) =>
    `<text x="${width / 2}" y="${y}" font-family="monospace" font-size="${letterSize}" text-anchor="middle">` +
    `${text.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign)}</text>`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 8}" height="${height * 8}">` +
    `<rect width="100%" height="100%" fill="#fff"/><path d="${path}" shape-rendering="crispEdges"/>${texts.join('')}</svg>`
  )
}

const pixelsAModule = 16

/** The picture as PNG, for programs without SVG. Throws when the browser cannot draw it. */
export async function pngOf({ width, height, path, lines }: QrPicture): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = width * pixelsAModule
  canvas.height = Math.ceil(height * pixelsAModule)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('There is no canvas to draw on')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.scale(pixelsAModule, pixelsAModule)
  pen.fillStyle = '#000'
  pen.save()
  pen.clip(new Path2D(path))
  pen.fillRect(0, 0, width, width)
  pen.restore()
  pen.font = `${letterSize}px monospace`
  pen.textAlign = 'center'
  for (const { text, y } of lines) pen.fillText(text, width / 2, y)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture'))), 'image/png')
  })
}
