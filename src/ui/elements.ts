import type { ReactElement } from 'react'

/** Elements that may stand beside others; no text, since a browser's translation moves its node away from React. */
export type Elements = ReactElement | readonly Elements[] | false | '' | null | undefined
