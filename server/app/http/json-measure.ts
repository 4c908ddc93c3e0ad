/** More than the largest sensible call: 500 GDAP requests with many roles each. */
const most = { marks: 60_000, keysEach: 100, depth: 32 }

/**
 * Tells whether a JSON text has more values, keys per object or levels than any call needs. Takes a few milliseconds for 1 MiB; parsing and
 * checking that much would block other callers.
 */
export function holdsTooMuch(text: string): boolean {
  const keysOf: number[] = []
  let marks = 0
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at)
        continue
      case 0x7b: // {
      case 0x5b: // [
        if (keysOf.push(0) > most.depth) return true
        break
      case 0x7d: // }
      case 0x5d: // ]
        keysOf.pop()
        continue
      case 0x3a: { // :
        const keys = (keysOf.pop() ?? 0) + 1
        if (keys > most.keysEach) return true
        keysOf.push(keys)
        break
      }
      case 0x2c: // ,
        break
      default:
        continue
    }
    marks += 1
    if (marks > most.marks) return true
  }
  return false
}

/** Finds the end of the string that begins at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes += 1
    if (backslashes % 2 === 0) return end
  }
  return text.length
}
