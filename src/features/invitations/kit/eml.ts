import type { Sender } from '../../../../domain/mail/sender.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { asciiAddress } from '../../../../domain/words-of-others/ascii-domain.ts'
import { cleanSentLine } from '../../../../domain/words-of-others/sent.ts'

export type Draft = {
  sender: Sender
  language: Locale
  to: string | undefined
  subject: string
  text: string
  html: string
  at: Date
}

// No base64 body can hold these characters.
const boundary = 'tessera_=_alternative'
const longestLine = 76
/** Bytes that fit an encoded word of 75 characters. */
const bytesAWord = 45
const longestPlain = 60

/** Writes an RFC 5322 mail that programs open as a draft (X-Unsent), with text and HTML in UTF-8. */
export function emlOf({ sender: { name, replyTo }, language, to, subject, text, html, at }: Draft): string {
  const [reply, addressee] = [asciiAddress(replyTo ?? ''), to && asciiAddress(to)]
  const from = isAddress(reply) ? [`From: ${phrase(name)} <${reply}>`, `Reply-To: ${reply}`] : []
  return [
    ...from,
    addressee && isAddress(addressee) ? `To: ${addressee}` : undefined,
    `Subject: ${unstructured(subject)}`,
    `Content-Language: ${language}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', text),
    ...part('text/html', html),
    `--${boundary}--`,
    '',
  ].filter((line) => line !== undefined).join('\r\n')
}

const part = (type: string, body: string): string[] => [
  `--${boundary}`,
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...(base64(body.replaceAll(/\r\n?|\n/g, '\r\n')).match(new RegExp(`.{1,${longestLine}}`, 'g')) ?? ['']),
]

/** Refuses characters that could end the header or add an address. */
const isAddress = (address: string): boolean => /^[^\s@<>,;:"()[\]\\\u007f-\uffff]+@[^\s@<>,;:"()[\]\\\u007f-\uffff]+$/.test(address)

const isPlain = (value: string): boolean => /^[\x20-\x7e]*$/.test(value) && !value.includes('=?') && value.length <= longestPlain

const unstructured = (value: string): string => {
  const line = cleanSentLine(value)
  return isPlain(line) ? line : encodedWords(line)
}

function phrase(value: string): string {
  const name = cleanSentLine(value)
  return isPlain(name) ? `"${name.replaceAll(/[\\"]/g, String.raw`\$&`)}"` : encodedWords(name)
}

/** RFC 2047: words of whole characters, one per line. */
function encodedWords(value: string): string {
  const words: string[] = ['']
  for (const sign of value) {
    const word = `${words.at(-1)}${sign}`
    if (bytesOf(word).length > bytesAWord) words.push(sign)
    else words[words.length - 1] = word
  }
  return words.map((word) => `=?UTF-8?B?${base64(word)}?=`).join('\r\n ')
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const base64 = (text: string): string => btoa(Array.from(bytesOf(text), (byte) => String.fromCodePoint(byte)).join(''))
