const turning = /[\u202a-\u202e\u2066-\u2069]/g
const controls = /[^\P{Cc}\n\t]|[\u2028\u2029]/gu

/** What somebody wrote, without the power to turn the text around it or to hide: signs that do are spelled out. */
export const shownAsText = (text: string): string =>
  text
    .replaceAll(turning, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(controls, ' ')

/** The same in one line, for headers. */
export const shownInOneLine = (text: string): string => shownAsText(text).replaceAll(/\s+/g, ' ').trim()
