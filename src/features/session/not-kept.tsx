import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Box, Stack, Text } from '../../ui/looks/layout.tsx'
import styles from '../../ui/waiting/states.module.css'

export function NotKept({ why }: { why: 'https' | 'cookies' }) {
  const { t } = useWords()
  return (
    <Stack gap={2} align="center" className={styles.state} role="alert" data-compact>
      <Icon name="caution" size={24} className={styles.bad} />
      <Box as="p" before={3} text="title" className={styles.title}>{t(`session.not_kept.${why}.title`)}</Box>
      <Text as="div" tone="muted" className={styles.text}><p>{t(`session.not_kept.${why}.text`, { host: location.host })}</p></Text>
    </Stack>
  )
}
