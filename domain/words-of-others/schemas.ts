import { z } from 'zod'
import { cleanLine, cleanText } from './cleaned.ts'

/** One line of a person's own words, cleaned before anything else looks at it: it stands in headings, subjects and lists. */
export const Line = (characters: number) => z.string().overwrite(cleanLine).max(characters)

/** Lines and paragraphs of a person's own words, cleaned likewise. */
export const Lines = (characters: number) => z.string().overwrite(cleanText).max(characters)

/** An address somebody typed, without what came along when it was copied. */
export const Address = z.string().overwrite(cleanLine).max(254).pipe(z.email())
