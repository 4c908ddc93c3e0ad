import { useWords } from '../../i18n/use-words.ts'
import { Box, Stack } from '../looks/layout.tsx'
import { Noted } from '../looks/noted.tsx'

/** Lists what a final action changes and keeps. */
export function ChangeList({ changes, keeps }: { changes: readonly string[]; keeps: readonly string[] }) {
  const { t } = useWords()
  return (
    <Stack gap={4}>
      <section>
        <Box as="h3" after={1}>{t('ui.changes')}</Box>
        <Stack as="ul" gap={2}>{changes.map((each) => <Noted as="li" key={each} icon="arrowRight">{each}</Noted>)}</Stack>
      </section>
      <section>
        <Box as="h3" after={1}>{t('ui.keeps')}</Box>
        <Stack as="ul" gap={2}>{keeps.map((each) => <Noted as="li" key={each} icon="check">{each}</Noted>)}</Stack>
      </section>
    </Stack>
  )
}
