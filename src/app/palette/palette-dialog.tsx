import { type ComponentProps, lazy } from 'react'
import gdapWords from 'virtual:words/delegated-admin'
import moreWords from 'virtual:words/more'
import organizationWords from 'virtual:words/organization'
import paletteWords from 'virtual:words/palette'
import { addWords } from '../../i18n/use-words.ts'

const Worded = lazy(async () => {
  const [{ PaletteInside }] = await Promise.all([
    import('./palette-inside.tsx'), addWords(moreWords, gdapWords, organizationWords, paletteWords),
  ])
  return { default: PaletteInside }
})

/** The dialog with the words of all that it leads to; a file apart, so that the shell does not list the files of both. */
export const PaletteDialog = (props: ComponentProps<typeof Worded>) => <Worded {...props} />
