/** A mail's layout: paragraphs, and one button for the link with the full link below it. */
export type MailBlock = { is: 'text'; text: string } | { is: 'link' }

/** An empty line separates paragraphs. The button follows the paragraph with the link; a line with the link alone is dropped. */
export function mailBlocks(text: string, link: string): MailBlock[] {
  let isPlaced = false
  return text.split(/\n(?:[ \t]*\n)+/).flatMap((paragraph): MailBlock[] => {
    const isHere = !isPlaced && paragraph.includes(link)
    isPlaced ||= isHere
    const lines = paragraph.split('\n').filter((line) => !isHere || line.trim() !== link)
    const rest = lines.join('\n').trim()
    return [...(rest ? [{ is: 'text' as const, text: rest }] : []), ...(isHere ? [{ is: 'link' as const }] : [])]
  })
}
