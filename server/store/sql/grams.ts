/** Scripts in which one character is a word or a syllable. */
const dense = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** FNV-1a over UTF-16 code units, as a signed 32-bit number. */
function hashed(text: string, from = 0x811c9dc5 | 0): number {
  let hash = from
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/**
 * The grams of a folded text: a number for each pair of neighbouring characters within a line, and for each single character of scripts
 * that write words in one or two. The owner is part of each, so that an index of them leads to the owner's rows alone. Two pairs may have
 * one number: what an index of grams finds is to be compared with the text.
 */
export function gramsOf(owner: string, text: string): number[] {
  const begun = hashed(owner)
  const grams = new Set<number>()
  for (const line of text.split('\n')) {
    let before = ''
    for (const character of line) {
      if (before !== '') grams.add(hashed(before + character, begun))
      if (dense.test(character)) grams.add(hashed(character, begun))
      before = character
    }
  }
  return [...grams]
}
