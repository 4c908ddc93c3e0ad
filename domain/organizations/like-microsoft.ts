import punycode from 'punycode.js'
import { type Look, looksOf, seen } from './looks.ts'

/** Microsoft's own domain, which only Microsoft can prove. */
const own = 'microsoft.com'
/** Microsoft gives each tenant a domain beneath these. */
const tenants = /\.onmicrosoft\.(?:com|us|de)$|\.partner\.onmschina\.cn$/

const inOtherScripts = [
  '微软', '微軟', 'マイクロソフト', '마이크로소프트', 'Майкрософт', 'مايكروسوفت', 'מיקרוסופט', 'माइक्रोसॉफ्ट', 'ไมโครซอฟท์',
]
/** Software, whose first signs end Microsoft's name: small software is another name. */
const software = /软件|軟[件體]|ソフトウェア|소프트웨어/gu

/** Letters in discs, boxes and flags, which the tables leave as they are; each kind is the whole alphabet in order. */
const framed = /[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu
const firstFramed = [0x1f1e6, 0x1f170, 0x1f150]

const unframed = (text: string) => text.replace(framed, (sign) => {
  const code = sign.codePointAt(0) ?? 0
  return String.fromCodePoint(65 + code - (firstFramed.find((first) => code >= first) ?? code))
})

/** Small capitals that the tables take for letters of their own. */
const smallCapitals: Readonly<Record<string, string>> = { ʍ: 'rn', ʀ: 'r', ꜰ: 'f', ᴛ: 't' }
const inLatin = (text: string, look: Look) => seen(text, look).replace(/[ʍʀꜰᴛ]/g, (letter) => smallCapitals[letter] ?? letter)

/** Stands for whatever is no letter, and so can be drawn in the place of any. */
const blank = '\u{FFFD}'
const noLetters = /(?:[^\p{L}\p{M}\s]\p{M}*)+/gu

/** Within a word or over several: letters alone can be spread with spaces and points. */
function isWithin(text: string, sought: string): boolean {
  const words = text.match(/[a-z\d]+/g) ?? []
  return words.some((word, from) => {
    if (word.includes(sought)) return true
    let spread = word
    for (let next = from + 1; next < words.length && sought.startsWith(spread) && spread !== sought; next++) spread += words[next]
    return spread === sought
  })
}

/** Whether a name has Microsoft's in it, as it is written in one of many scripts. */
export function looksLikeMicrosoft(name: string, look: Look): boolean {
  const letters = Array.from('Microsoft', (letter) => seen(letter, look))
  const sought = letters.join('')
  const withBlanks = new RegExp(letters.map((letter) => `(?:${letter}|${blank})`).join(''), 'gu')
  const isWithBlanks = (text: string) =>
    (text.match(withBlanks) ?? []).some((found) => found.replaceAll(blank, '').length * 2 >= sought.length)
  const plain = unframed(name)
  const isLatin = [plain, plain.toUpperCase()].some((text) =>
    isWithin(inLatin(text, look), sought) || isWithBlanks(inLatin(text.normalize('NFKD').replace(noLetters, blank), look)))
  const looks = looksOf(name.replace(software, ' '), look)
  return isLatin || inOtherScripts.some((each) => looksOf(each, look).some((other) => looks.some((text) => text.includes(other))))
}

/** As programs show it that read what the portal leaves in ASCII. */
const ofItsOwn = (domain: string) => punycode.toUnicode(domain).replace(tenants, '')

/** By its name or a domain that it has proven; an organisation that has proven Microsoft's domain may have both. */
export const imitatesMicrosoft = (name: string, domains: readonly string[], look: Look): boolean =>
  !domains.includes(own) && [name, ...domains.map(ofItsOwn)].some((each) => looksLikeMicrosoft(each, look))
