import { z } from 'zod'
import { cleanLine, cleanText } from './cleaned.ts'

/** Cleaning takes little away from what anybody means to say; a text of many times what may be left is too long whatever it holds. */
const unlessAbsurd = (clean: (text: string) => string, characters: number) => (text: string) =>
  text.length > 10 * characters ? text : clean(text)

/** One line of a person's own words, cleaned before anything else looks at it: it stands in headings, subjects and lists. */
export const Line = (characters: number) => z.string().overwrite(unlessAbsurd(cleanLine, characters)).max(characters)

/** Lines and paragraphs of a person's own words, cleaned likewise. */
export const Lines = (characters: number) => z.string().overwrite(unlessAbsurd(cleanText, characters)).max(characters)

/** An address somebody typed, without what came along when it was copied. */
export const Address = Line(254).pipe(z.email())
