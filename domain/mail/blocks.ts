/** A mail as it is laid out: paragraphs, and once the button for the link with the link in full below it. */
export type MailBlock = { is: 'text'; text: string } | { is: 'link' }

/** Paragraphs are apart by an empty line. The button follows the paragraph that has the link; a line that is the link alone goes. */
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
