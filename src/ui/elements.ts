import type { ReactElement } from 'react'

/** What may stand beside something else: elements, but no text, since a browser's translation takes its node away from under React. */
export type Elements = ReactElement | readonly Elements[] | false | '' | null | undefined
