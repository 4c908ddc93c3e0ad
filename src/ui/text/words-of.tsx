import { Stack, Text } from '../looks/layout.tsx'
import styles from './words-of.module.css'

type Props = { caption: string; text: string; lang?: string }

/** Quotes others' words: `caption` says whose, `text` is quoted below. */
export const WordsOf = ({ caption, text, lang }: Props) => (
  <Stack as="figure" gap={1} className={styles.words}>
    <Text as="figcaption" tone="muted" text="body" breaks>{caption}</Text>
    <blockquote dir="auto" lang={lang}>{text}</blockquote>
  </Stack>
)
