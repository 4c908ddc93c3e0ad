import unhomoglyph from 'unhomoglyph'
import { looksOf } from '../../../domain/organizations/looks.ts'

/** What a name can be mistaken for, in the forms that are looked for. */
export const looksSought = (name: string): string[] => looksOf(name, unhomoglyph)

/** The form that is kept beside the name, with every save of it; null where nothing of it can be mistaken. */
export const looksKeyOf = (name: string): string | null => looksSought(name)[0] ?? null
