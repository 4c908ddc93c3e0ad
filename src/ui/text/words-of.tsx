import { Stack, Text } from '../looks/layout.tsx'
import styles from './words-of.module.css'

type Props = { caption: string; text: string; lang?: string }

/** What somebody else wrote, set apart from the portal's own words: `caption` says who wrote it, `text` stands quoted below. */
export const WordsOf = ({ caption, text, lang }: Props) => (
  <Stack as="figure" gap={1} className={styles.words}>
    <Text as="figcaption" tone="muted" text="body" breaks>{caption}</Text>
    <blockquote dir="auto" lang={lang}>{text}</blockquote>
  </Stack>
)
