import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../marks/icon.tsx'
import { Box, Marked, Stack } from '../looks/layout.tsx'

/** Lists what a final action changes and keeps. */
export function ChangeList({ changes, keeps }: { changes: readonly string[]; keeps: readonly string[] }) {
  const { t } = useWords()
  return (
    <Stack gap={4}>
      <section>
        <Box as="h3" after={1}>{t('ui.changes')}</Box>
        <Stack as="ul" gap={2}>
          {changes.map((each) => <Marked as="li" key={each}><Icon name="arrowRight" /><span>{each}</span></Marked>)}
        </Stack>
      </section>
      <section>
        <Box as="h3" after={1}>{t('ui.keeps')}</Box>
        <Stack as="ul" gap={2}>{keeps.map((each) => <Marked as="li" key={each}><Icon name="check" /><span>{each}</span></Marked>)}</Stack>
      </section>
    </Stack>
  )
}
